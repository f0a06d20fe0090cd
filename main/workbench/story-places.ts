import type { StoryRef } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { inParallel } from './in-parallel.ts';

/**
 * Where the project's stories of one dump stand in it, by ordinal. Each reference has a hint; one that does not hold is
 * looked for by the story's id. What was found is kept: the dump does not change while it is open.
 */
export class StoryPlaces {
  readonly #dump: Dump;
  readonly #trustsRanges: () => boolean;
  /** By story id. */
  readonly #known = new Map<string, number | null>();

  /**
   * @param trustsRanges whether this is the very file, split in the very way, that the hints are from: then a story
   * with the same bytes is the same, and nothing has to be read
   */
  constructor(dump: Dump, trustsRanges: () => boolean) {
    this.#dump = dump;
    this.#trustsRanges = trustsRanges;
  }

  /** The ordinal of a story; null where the dump, as far as it is indexed, does not have it. */
  async of(ref: StoryRef): Promise<number | null> {
    const [place] = await this.all([ref]);
    return place ?? null;
  }

  /** The same for many stories, in their order. While the dump is still being indexed only the hints are tried. */
  async all(refs: readonly StoryRef[]): Promise<(number | null)[]> {
    // Asked before: what is not found in a part of the dump may still come.
    const { complete } = this.#dump;
    const unknown = refs.filter((ref) => !this.#known.has(ref.storyId) && !this.#rangeHolds(ref));
    await inParallel(unknown, async (ref) => {
      if (await this.#hintHolds(ref)) this.#known.set(ref.storyId, ref.ordinal);
      else if (complete) this.#known.set(ref.storyId, await this.#dump.find(ref.storyId));
    });
    return refs.map((ref) => this.#known.get(ref.storyId) ?? null);
  }

  /** Remembers the place where it holds. */
  #rangeHolds(ref: StoryRef): boolean {
    if (!this.#trustsRanges() || ref.ordinal >= this.#dump.count) return false;
    const { byteStart, byteEnd } = this.#dump.rangeOf(ref.ordinal);
    const holds = byteStart === ref.byteStart && byteEnd === ref.byteEnd;
    if (holds) this.#known.set(ref.storyId, ref.ordinal);
    return holds;
  }

  async #hintHolds(ref: StoryRef): Promise<boolean> {
    if (ref.ordinal >= this.#dump.count) return false;
    const [row] = await this.#dump.rows([ref.ordinal]);
    return row?.id === ref.storyId;
  }
}
