import { type StoryKey, type StoryRef, storyKey } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';

/** Stories whose rows are read at once. */
const CHUNK = 500;

/**
 * Where stories of the project stand in their dump, by ordinal. Each reference has a hint; one that does not hold is
 * looked for by the story's id, all such in one pass. What was found is kept: the dump does not change while it is open.
 */
export class StoryPlaces {
  readonly #dump: Dump;
  readonly #known = new Map<StoryKey, number | null>();

  constructor(dump: Dump) {
    this.#dump = dump;
  }

  /** The ordinal of a story; null where the dump, as far as it is indexed, does not have it. */
  async of(ref: StoryRef): Promise<number | null> {
    return (await this.all([ref])).get(keyOf(ref)) ?? null;
  }

  /** The same for many stories. While the dump is still being indexed only the hints are tried. */
  async all(refs: readonly StoryRef[]): Promise<Map<StoryKey, number | null>> {
    // Asked before: what is not found in a part of the dump may still come.
    const { complete } = this.#dump;
    await this.#tryHints(refs.filter((ref) => !this.#known.has(keyOf(ref))));
    const left = refs.filter((ref) => !this.#known.has(keyOf(ref)));
    if (complete && left.length > 0) await this.#lookFor(left);
    return new Map(refs.map((ref) => [keyOf(ref), this.#known.get(keyOf(ref)) ?? null]));
  }

  async #tryHints(refs: readonly StoryRef[]): Promise<void> {
    const within = refs.filter((ref) => ref.ordinal < this.#dump.count);
    for (let from = 0; from < within.length; from += CHUNK) {
      const chunk = within.slice(from, from + CHUNK);
      const rows = await this.#dump.rows(chunk.map((ref) => ref.ordinal));
      for (const [index, ref] of chunk.entries())
        if (rows[index]?.id === ref.storyId) this.#known.set(keyOf(ref), ref.ordinal);
    }
  }

  async #lookFor(refs: readonly StoryRef[]): Promise<void> {
    for (const ref of refs) this.#known.set(keyOf(ref), await this.#dump.find(ref.storyId));
  }
}

function keyOf(ref: StoryRef): StoryKey {
  return storyKey(ref.dumpId, ref.storyId);
}
