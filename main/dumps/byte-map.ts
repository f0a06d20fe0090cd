/**
 * A map whose keys are bytes in a larger buffer: looking one up makes no string and no copy. Holds a limited
 * number of entries and forgets them all when it is full.
 */
export class ByteMap<V> {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly keys: (Buffer | undefined)[];
  private readonly values: V[] = [];

  /** @param capacity number of entries, a power of two */
  constructor(capacity: number) {
    this.slots = new Int32Array(capacity * 2);
    this.mask = capacity * 2 - 1;
    this.hashes = new Int32Array(capacity);
    this.keys = new Array(capacity);
  }

  get(bytes: Buffer, from: number, to: number): V | undefined {
    const entry = this.slots[this.slotOf(bytes, from, to, hashOf(bytes, from, to))] as number;
    return entry === 0 ? undefined : this.values[entry - 1];
  }

  set(bytes: Buffer, from: number, to: number, value: V): void {
    if (this.values.length === this.keys.length) {
      this.slots.fill(0);
      this.values.length = 0;
    }
    const hash = hashOf(bytes, from, to);
    const slot = this.slotOf(bytes, from, to, hash);
    if (this.slots[slot] !== 0) {
      this.values[(this.slots[slot] as number) - 1] = value;
      return;
    }
    const index = this.values.push(value) - 1;
    this.hashes[index] = hash;
    this.keys[index] = Buffer.from(bytes.subarray(from, to));
    this.slots[slot] = index + 1;
  }

  private slotOf(bytes: Buffer, from: number, to: number, hash: number): number {
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const entry = this.slots[slot] as number;
      if (entry === 0) return slot;
      if (this.hashes[entry - 1] === hash && isEqual(this.keys[entry - 1] as Buffer, bytes, from, to))
        return slot;
    }
  }
}

function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = to - from;
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isEqual(key: Buffer, bytes: Buffer, from: number, to: number): boolean {
  if (key.length !== to - from) return false;
  for (let index = 0; index < key.length; index++) if (key[index] !== bytes[from + index]) return false;
  return true;
}
