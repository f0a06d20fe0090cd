import type { SearchResult } from '../dump.ts';
import type { HitBatch } from '../scan-tasks.ts';

/** What the parts of a search have found, put together from the dump's beginning. */
export class FoundSoFar {
  private readonly parts: Part[];
  private readonly bytes: number;
  /** Parts from the first one on that are complete. */
  private complete = 0;

  /** @param bytes that all parts together search */
  constructor(parts: number, bytes: number) {
    this.parts = Array.from({ length: parts }, () => new Part());
    this.bytes = bytes;
  }

  add(part: number, batch: HitBatch): void {
    this.parts[part]?.add(batch);
  }

  finish(part: number): void {
    const finished = this.parts[part];
    if (finished) finished.isComplete = true;
    while (this.parts[this.complete]?.isComplete) this.complete += 1;
  }

  result(): SearchResult {
    const shown = this.parts.slice(0, this.complete + 1);
    const stories = shown.reduce((sum, { length }) => sum + length, 0);
    const searched = this.parts.reduce((sum, part) => sum + part.searched, 0);
    const result = {
      stories,
      hits: shown.reduce((sum, { hits }) => sum + hits, 0),
      ordinals: new Uint32Array(stories),
      hitCounts: new Uint32Array(stories),
      searched: this.complete === this.parts.length ? 1 : Math.min(1, searched / this.bytes),
    };
    let offset = 0;
    for (const { ordinals, hitCounts, length } of shown) {
      result.ordinals.set(ordinals.subarray(0, length), offset);
      result.hitCounts.set(hitCounts.subarray(0, length), offset);
      offset += length;
    }
    return result;
  }
}

class Part {
  ordinals = new Uint32Array(1024);
  hitCounts = new Uint32Array(1024);
  length = 0;
  hits = 0;
  searched = 0;
  isComplete = false;

  add({ ordinals, hitCounts, searched }: HitBatch): void {
    this.searched = searched;
    this.hits += hitCounts.reduce((sum, hits) => sum + hits, 0);
    // The story that ended the last batch may begin this one.
    const goesOn = this.length > 0 && ordinals.length > 0 && this.ordinals[this.length - 1] === ordinals[0];
    if (goesOn)
      this.hitCounts[this.length - 1] =
        (this.hitCounts[this.length - 1] as number) + (hitCounts[0] as number);
    const [newOrdinals, newCounts] = goesOn
      ? [ordinals.subarray(1), hitCounts.subarray(1)]
      : [ordinals, hitCounts];
    this.makeRoom(this.length + newOrdinals.length);
    this.ordinals.set(newOrdinals, this.length);
    this.hitCounts.set(newCounts, this.length);
    this.length += newOrdinals.length;
  }

  private makeRoom(length: number): void {
    if (length <= this.ordinals.length) return;
    const [ordinals, hitCounts] = [this.ordinals, this.hitCounts];
    this.ordinals = new Uint32Array(Math.max(length, ordinals.length * 2));
    this.hitCounts = new Uint32Array(this.ordinals.length);
    this.ordinals.set(ordinals);
    this.hitCounts.set(hitCounts);
  }
}
