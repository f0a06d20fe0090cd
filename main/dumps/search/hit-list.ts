import type { HitBatch } from '../scan-tasks.ts';

/** Stories that were found, and how many hits each has, until somebody is told. */
export class HitList {
  /** Of all stories, told or not. */
  hits = 0;
  stories = 0;
  private ordinals = new Uint32Array(1024);
  private hitCounts = new Uint32Array(1024);
  private length = 0;

  /** `hits` more of a story: the one that was added last, or one behind it. */
  add(ordinal: number, hits: number): void {
    this.hits += hits;
    const last = this.length - 1;
    if (last >= 0 && this.ordinals[last] === ordinal) {
      this.hitCounts[last] = (this.hitCounts[last] as number) + hits;
      return;
    }
    this.stories += 1;
    if (this.length === this.ordinals.length) this.grow();
    this.ordinals[this.length] = ordinal;
    this.hitCounts[this.length] = hits;
    this.length += 1;
  }

  /** What there is since the last time; the last story of one batch may go on as the first of the next. */
  take(): Omit<HitBatch, 'searched'> {
    const batch = {
      ordinals: this.ordinals.slice(0, this.length),
      hitCounts: this.hitCounts.slice(0, this.length),
    };
    this.length = 0;
    return batch;
  }

  private grow(): void {
    const [ordinals, hitCounts] = [this.ordinals, this.hitCounts];
    this.ordinals = new Uint32Array(this.length * 2);
    this.hitCounts = new Uint32Array(this.length * 2);
    this.ordinals.set(ordinals);
    this.hitCounts.set(hitCounts);
  }
}
