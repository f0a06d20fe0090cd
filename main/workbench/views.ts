import type { StoryFilter, StoryView } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import type { EventHub } from './events.ts';
import { type Asked, ListView } from './list-view.ts';
import type { OpenProject } from './open-project.ts';
import type { ProjectDump } from './project-dump.ts';

/** Lists that are kept: the one on the screen, and some that an answer may still be asked of. */
const MOST = 4;

/** The story lists that were asked for, newest last. */
export class Views {
  readonly #events: EventHub;
  readonly #views = new Map<number, ListView>();
  #last = 0;

  constructor(events: EventHub) {
    this.#events = events;
  }

  /**
   * A new list; a search for an older one is stopped, since nobody looks at it any more.
   * @throws UratoriError what `searchOf` refuses; the older ones go on
   */
  async make(open: OpenProject, target: ProjectDump, asked: Asked): Promise<StoryView> {
    const view = new ListView(this.#last + 1, open, target, asked);
    this.#last += 1;
    for (const older of this.#views.values()) older.stop();
    // Before it begins, so that the counts for its filter, which are asked for next, do not search once more.
    this.#keep(view);
    const state = await view.begin().catch((thrown) => {
      this.#views.delete(view.id);
      throw thrown;
    });
    // After the answer, so that nothing is reported of a view that nobody has heard of.
    setImmediate(() => this.#run(view));
    return state;
  }

  /** @throws UratoriError `call-invalid`: the list is not kept any more; make another */
  get(id: number): ListView {
    const view = this.#views.get(id);
    if (!view)
      throw new UratoriError('call-invalid', { name: 'stories', path: 'view', detail: `no view ${id}` });
    return view;
  }

  /** The list that is kept of those with the same query, the newest. */
  withQueryOf(target: ProjectDump, filter: StoryFilter): ListView | null {
    const views = [...this.#views.values()];
    return views.findLast((view) => view.target === target && view.hasQueryOf(filter)) ?? null;
  }

  #keep(view: ListView): void {
    this.#views.set(view.id, view);
    const [oldest] = this.#views.keys();
    if (this.#views.size > MOST && oldest !== undefined) this.#views.delete(oldest);
  }

  #run(view: ListView): void {
    const report = (state: StoryView) => this.#events.emit('view.progress', state);
    // What fails here fails for the rows too, whose caller can be told; the list only has to come to its end.
    view.run(report).catch(() => view.isStopped || report(view.end()));
  }
}
