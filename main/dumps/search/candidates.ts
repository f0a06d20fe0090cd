import type { LiteralFinder } from './literal-finder.ts';

/** Places in some bytes where one of several literals stands, in order. */
export class Candidates {
  /** Behind the match that `next` found. */
  end = 0;
  readonly unit: 1 | 2;
  private readonly finders: readonly LiteralFinder[];
  private readonly bytes: Buffer;
  private readonly last: number;
  private readonly limit: number;
  /** Finder by finder: where it found something last, and where that ends. */
  private readonly found: { start: number; end: number }[];

  /**
   * @param last the last index that a match may begin at
   * @param limit no match reaches beyond it
   */
  constructor(finders: readonly LiteralFinder[], bytes: Buffer, last: number, limit: number) {
    this.finders = finders;
    this.bytes = bytes;
    this.last = last;
    this.limit = limit;
    this.unit = finders[0]?.unit ?? 1;
    this.found = finders.map((finder) => {
      finder.prepare(bytes, 0, limit);
      return { start: -1, end: 0 };
    });
  }

  /** The first place at or behind an index; -1 where there is none. */
  next(from: number): number {
    let first = Number.POSITIVE_INFINITY;
    for (const [index, finder] of this.finders.entries()) {
      const found = this.found[index] as { start: number; end: number };
      if (found.start < from) {
        const start = finder.find(this.bytes, from, this.last, this.limit);
        found.start = start === -1 ? Number.POSITIVE_INFINITY : start;
        found.end = finder.end;
      }
      if (found.start < first) {
        first = found.start;
        this.end = found.end;
      }
    }
    return first === Number.POSITIVE_INFINITY ? -1 : first;
  }
}
