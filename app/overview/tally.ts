import type { StoryKey } from '../story.ts';

/** How many of something there are, and the stories that they stand in, each once. */
export interface Tally {
  readonly count: number;
  readonly stories: readonly StoryKey[];
}

export const NOTHING: Tally = { count: 0, stories: [] };

/** Counts by a key. What one story has is counted in one run, so that its key is kept once. */
export class Tallies<K> {
  readonly #byKey = new Map<K, { count: number; stories: StoryKey[] }>();

  add(key: K, story: StoryKey): void {
    const known = this.#byKey.get(key);
    if (!known) {
      this.#byKey.set(key, { count: 1, stories: [story] });
      return;
    }
    known.count += 1;
    if (known.stories.at(-1) !== story) known.stories.push(story);
  }

  of(key: K): Tally {
    return this.#byKey.get(key) ?? NOTHING;
  }

  keys(): K[] {
    return [...this.#byKey.keys()];
  }
}
