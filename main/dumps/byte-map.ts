/** A longer key is not remembered: it is rare, and looking it up would save nothing. */
const LONGEST_KEY = 256;
/** Bytes that keys have on average at most. */
const KEY_BYTES = 64;

/**
 * A map whose keys are bytes in a larger buffer: looking one up makes no string and no copy. Holds a limited
 * number of entries and forgets them all when it is full.
 */
export class ByteMap<V> {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly hashes: Int32Array;
  /** All keys end to end, and where each one starts: close together, so that comparing is quick. */
  private readonly keys: Uint8Array;
  private readonly starts: Int32Array;
  private readonly values: V[] = [];
  private readonly keyWords: DataView;
  /** The buffer that was looked into last: nearly always the same one. */
  private seen: Uint8Array | null = null;
  private words: DataView;

  /** @param capacity number of entries, a power of two */
  constructor(capacity: number) {
    this.slots = new Int32Array(capacity * 2);
    this.mask = capacity * 2 - 1;
    this.hashes = new Int32Array(capacity);
    this.keys = new Uint8Array(capacity * KEY_BYTES);
    this.starts = new Int32Array(capacity + 1);
    this.keyWords = new DataView(this.keys.buffer);
    this.words = this.keyWords;
  }

  get(bytes: Uint8Array, from: number, to: number): V | undefined {
    const entry = this.slots[this.slotOf(bytes, from, to, this.hashOf(bytes, from, to))] as number;
    return entry === 0 ? undefined : this.values[entry - 1];
  }

  set(bytes: Uint8Array, from: number, to: number, value: V): void {
    const size = to - from;
    if (size > LONGEST_KEY) return;
    const used = this.starts[this.values.length] as number;
    if (this.values.length === this.hashes.length || used + size > this.keys.length) this.clear();
    const hash = this.hashOf(bytes, from, to);
    const slot = this.slotOf(bytes, from, to, hash);
    const known = this.slots[slot] as number;
    if (known !== 0) {
      this.values[known - 1] = value;
      return;
    }
    const index = this.values.push(value) - 1;
    const start = this.starts[index] as number;
    this.keys.set(bytes.subarray(from, to), start);
    this.starts[index + 1] = start + size;
    this.hashes[index] = hash;
    this.slots[slot] = index + 1;
  }

  private clear(): void {
    this.slots.fill(0);
    this.values.length = 0;
  }

  private slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const entry = this.slots[slot] as number;
      if (entry === 0 || (this.hashes[entry - 1] === hash && this.isKey(entry - 1, bytes, from, to)))
        return slot;
    }
  }

  private isKey(index: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { keys } = this;
    const start = this.starts[index] as number;
    if ((this.starts[index + 1] as number) - start !== to - from) return false;
    const { words, keyWords } = this;
    let at = from;
    for (; at + 4 <= to; at += 4)
      if (keyWords.getInt32(start + at - from, true) !== words.getInt32(at, true)) return false;
    for (; at < to; at++) if (keys[start + at - from] !== bytes[at]) return false;
    return true;
  }

  /** Four bytes at a time: keys are bytes by the hundred million. */
  private hashOf(bytes: Uint8Array, from: number, to: number): number {
    if (bytes !== this.seen) {
      this.seen = bytes;
      this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    const { words } = this;
    let hash = to - from;
    let index = from;
    for (; index + 4 <= to; index += 4) {
      hash = Math.imul(hash ^ words.getInt32(index, true), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (; index < to; index++) hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193);
    return hash ^ (hash >>> 15);
  }
}
