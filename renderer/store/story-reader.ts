import type { Connection } from '../../app/contract.ts';
import type { Story } from '../../app/story.ts';

/** Stories kept at hand: enough to go back and forth without waiting. */
const KEPT = 32;

/** Reads stories and keeps the last ones, so that stepping back, or on to a prefetched one, shows at once. */
export class StoryReader {
  readonly #connection: Connection;
  readonly #stories = new Map<string, Promise<Story>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  read(dumpId: string, ordinal: number): Promise<Story> {
    const key = `${dumpId} ${ordinal}`;
    const kept = this.#stories.get(key);
    const story = kept ?? this.#connection.call('story.read', { dumpId, ordinal });
    this.#stories.delete(key);
    this.#stories.set(key, story);
    if (!kept) {
      // A failure is not kept: the next attempt reads again.
      story.catch(() => this.#stories.delete(key));
      const [oldest] = this.#stories.keys();
      if (this.#stories.size > KEPT && oldest !== undefined) this.#stories.delete(oldest);
    }
    return story;
  }

  prefetch(dumpId: string, ordinal: number): void {
    this.read(dumpId, ordinal).catch(() => undefined);
  }

  clear(): void {
    this.#stories.clear();
  }
}
