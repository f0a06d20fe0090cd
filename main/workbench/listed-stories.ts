import { sortedPlaces } from './stable-sort.ts';
import type { StoryOrder } from './story-order.ts';

/** Where a story stands in a list. */
export interface Place {
  /** Null where the list does not have it. */
  place: number | null;
  /** Where it stands, or would stand: every story before that place comes before it in the list's order. */
  next: number;
}

/** The stories of a list, in its order: as four bytes a story, or none at all where they are all of the dump's. */
export class ListedStories {
  readonly count: number;
  /** Hits of the query in all of them. */
  readonly hits: number;
  /** Null: all stories from the dump's first one on. */
  readonly #ordinals: Uint32Array | null;
  /** Place by place; null without a query. */
  readonly #hitCounts: Uint32Array | null;
  /** Null: dump order. */
  readonly #order: StoryOrder | null;

  private constructor(
    count: number,
    ordinals: Uint32Array | null,
    hitCounts: Uint32Array | null,
    order: StoryOrder | null,
  ) {
    this.count = count;
    this.hits = hitCounts?.reduce((sum, hits) => sum + hits, 0) ?? 0;
    this.#ordinals = ordinals;
    this.#hitCounts = hitCounts;
    this.#order = order;
  }

  /** The first `count` stories of a dump. */
  static all(count: number): ListedStories {
    return new ListedStories(count, null, null, null);
  }

  /** @param ordinals ascending */
  static of(ordinals: Uint32Array, hitCounts: Uint32Array | null): ListedStories {
    return new ListedStories(ordinals.length, ordinals, hitCounts, null);
  }

  /** The same stories in another order. This list has to be in dump order. */
  sorted(order: StoryOrder): ListedStories {
    const keys = new Float64Array(this.count);
    for (let place = 0; place < this.count; place += 1) keys[place] = order(this.#at(place));
    const places = sortedPlaces(keys);
    const hitCounts = this.#hitCounts;
    const ordinals = this.#ordinals;
    return new ListedStories(
      this.count,
      ordinals ? places.map((place) => ordinals[place] as number) : places,
      hitCounts && places.map((place) => hitCounts[place] as number),
      order,
    );
  }

  /** The ordinals at the places `from`..`to`, as far as there are so many. */
  slice(from: number, to: number): number[] {
    const end = Math.min(this.count, to);
    if (from >= end) return [];
    if (this.#ordinals) return [...this.#ordinals.subarray(from, end)];
    return Array.from({ length: end - from }, (_, index) => from + index);
  }

  hitsAt(place: number): number {
    return this.#hitCounts?.[place] ?? 0;
  }

  placeOf(ordinal: number): Place {
    let from = 0;
    let to = this.count;
    const order = this.#order;
    const key = order?.(ordinal) ?? 0;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = this.#at(middle);
      const before = (order?.(other) ?? 0) - key || other - ordinal;
      if (before < 0) from = middle + 1;
      else to = middle;
    }
    return { place: from < this.count && this.#at(from) === ordinal ? from : null, next: from };
  }

  /** Whether all stories of an earlier list stand where they stood: what came since then follows them. */
  continues(earlier: ListedStories): boolean {
    if (this.#ordinals === null && earlier.#ordinals === null) return earlier.count <= this.count;
    if (earlier.count > this.count) return false;
    for (let place = 0; place < earlier.count; place += 1)
      if (this.#at(place) !== earlier.#at(place)) return false;
    return true;
  }

  #at(place: number): number {
    return this.#ordinals ? (this.#ordinals[place] as number) : place;
  }
}
