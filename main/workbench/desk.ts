import { UratoriError } from '../../app/problem.ts';
import type { EventHub } from './events.ts';
import type { OpenProject } from './open-project.ts';
import { SerialQueue } from './serial-queue.ts';

/** Which project is open. What changes that, or the dumps of the project, goes one after another. */
export class Desk {
  readonly #events: EventHub;
  readonly #queue = new SerialQueue();
  #current: OpenProject | null = null;

  constructor(events: EventHub) {
    this.#events = events;
  }

  get current(): OpenProject | null {
    return this.#current;
  }

  /** @throws UratoriError `project-not-open` */
  require(): OpenProject {
    if (!this.#current) throw new UratoriError('project-not-open');
    return this.#current;
  }

  /** Waits for its turn. Must not be called from within a task that has the turn. */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue.run(task);
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** Puts a project, or none, in the place of the one that is open, which is closed. Only in turn. */
  async replace(next: OpenProject | null): Promise<void> {
    const old = this.#current;
    this.#current = null;
    await old?.close();
    this.#current = next;
    this.tell();
  }

  /** Reports the open project as it is now. */
  tell(): void {
    this.#events.emit('project.replaced', { session: this.#current?.session() ?? null });
  }
}
