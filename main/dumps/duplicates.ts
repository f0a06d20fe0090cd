import { BLOCK_STORIES, type StoryColumns } from './story-columns.ts';

/**
 * Tells equal stories of one dump apart: the second is `~2`, the third `~3`. Fingerprints, which cost no reading,
 * name the few stories that could be equal; only these are read and hashed.
 */
export class Duplicates {
  private readonly columns: StoryColumns;
  private readonly hashOf: (ordinal: number) => Promise<string>;
  /** Open addressing over fingerprints: the last story with each, plus 1. */
  private table = new Uint32Array(1 << 12);
  private entries = 0;
  /** For each story the one before it with its fingerprint, plus 1. */
  private previous = new Uint32Array(1 << 12);
  private known = 0;
  /** Stories whose fingerprint is not theirs alone: which of the equal ones they are. */
  private readonly ranks = new Map<number, number>();
  /** By fingerprint: how many equal stories there were up to now, by hash. */
  private readonly counts = new Map<string, Map<string, number>>();
  private settling: Promise<unknown> = Promise.resolve();

  constructor(columns: StoryColumns, hashOf: (ordinal: number) => Promise<string>) {
    this.columns = columns;
    this.hashOf = hashOf;
  }

  get memoryBytes(): number {
    return this.table.byteLength + this.previous.byteLength;
  }

  /** 1 for the first of equal stories, 2 for the next, and so on. */
  async rank(ordinal: number): Promise<number> {
    this.advance(ordinal);
    if (this.previous[ordinal] === 0) return 1;
    // One at a time, since two would count the same stories twice.
    const settled = this.settling.then(() => this.settle(ordinal));
    this.settling = settled.catch(() => {});
    return settled;
  }

  private async settle(ordinal: number): Promise<number> {
    const chain: number[] = [];
    for (let at = ordinal + 1; at !== 0 && !this.ranks.has(at - 1); at = this.previous[at - 1] as number)
      chain.push(at - 1);
    const key = `${this.lowOf(ordinal)} ${this.highOf(ordinal)}`;
    const counts = this.counts.get(key) ?? new Map<string, number>();
    this.counts.set(key, counts);
    for (const equal of chain.reverse()) {
      const hash = await this.hashOf(equal);
      const rank = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, rank);
      this.ranks.set(equal, rank);
    }
    return this.ranks.get(ordinal) ?? 1;
  }

  private advance(ordinal: number): void {
    while (this.known <= ordinal) {
      if (this.known === this.previous.length) this.previous = grown(this.previous);
      if (this.entries * 2 >= this.table.length) this.rehash();
      const slot = this.slotOf(this.known);
      if (this.table[slot] === 0) this.entries++;
      this.previous[this.known] = this.table[slot] as number;
      this.table[slot] = ++this.known;
    }
  }

  private slotOf(ordinal: number): number {
    const low = this.lowOf(ordinal);
    const high = this.highOf(ordinal);
    const mask = this.table.length - 1;
    for (let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.table[slot] as number;
      if (entry === 0 || (this.lowOf(entry - 1) === low && this.highOf(entry - 1) === high)) return slot;
    }
  }

  private rehash(): void {
    const old = this.table;
    this.table = new Uint32Array(old.length * 2);
    for (const entry of old) if (entry !== 0) this.table[this.slotOf(entry - 1)] = entry;
  }

  private lowOf(ordinal: number): number {
    return this.columns.blockOf(ordinal).low[ordinal & (BLOCK_STORIES - 1)] as number;
  }

  private highOf(ordinal: number): number {
    return this.columns.blockOf(ordinal).high[ordinal & (BLOCK_STORIES - 1)] as number;
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
