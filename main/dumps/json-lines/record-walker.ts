import type { KeyEntry, KeyNode, SeenKey } from './key-tree.ts';

/** What a value is, as far as it could be told without reading it. */
export const ABSENT = 0;
/** A string without escapes: its bytes are its text. */
export const STRING = 1;
/** A string with escapes. */
export const ESCAPED = 2;
/** A whole number that is not negative. */
export const DIGITS = 3;
/** Another number, `true` or `false`. */
export const OTHER = 4;

/** Deeper records are left to the parser. */
const DEEPEST = 200;
/** A string that goes on for longer is searched by the machine's own means, which take some time to get going. */
const SHORT = 32;
/** So many ways to write a key are remembered for each kind of object. */
const MOST_KEYS = 64;
/** An object may lack a few of the keys that another one had. */
const KEYS_LEFT_OUT = 4;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Four of each. */
const QUOTES = 0x22222222;
const BACKSLASHES = 0x5c5c5c5c;

/**
 * Finds values in the bytes of a JSON object without making anything of the rest, which is checked only to be JSON.
 * Whatever is unusual is left to the parser: a key with escapes or twice in the same place, a value asked for that is
 * an object or a list. So where this finds values, they are what the parser would find.
 */
export class RecordWalker {
  /** Of each slot: what its value is, where it starts, and where it ends; of a string without its quotes. */
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  private readonly root: KeyNode;
  private bytes: Buffer = Buffer.alloc(0);
  private words: DataView<ArrayBufferLike> = new DataView(new ArrayBuffer(0));
  private end = 0;
  private depth = 0;
  private records = 0;
  /** The first backslash behind what was looked at last; -1: not looked for in these bytes. */
  private backslash = -1;
  /** The string that was read last has escapes; null: it is too long to have been looked at. */
  private escaped: boolean | null = false;

  constructor(root: KeyNode, slots: number) {
    this.root = root;
    this.kinds = new Uint8Array(slots);
    this.starts = new Int32Array(slots);
    this.ends = new Int32Array(slots);
  }

  /** Has to be called when there are other bytes than before. */
  setBytes(bytes: Buffer): void {
    this.bytes = bytes;
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.backslash = -1;
  }

  /**
   * Walks through the record `from`..`to` of the bytes, behind which a line feed stands.
   * @returns false where the parser has to read it, if it is JSON at all
   */
  walk(from: number, to: number): boolean {
    this.end = to;
    this.depth = 0;
    this.records++;
    for (let slot = 0; slot < this.kinds.length; slot++) this.kinds[slot] = ABSENT;
    const start = this.blanks(from);
    if (this.bytes[start] !== 0x7b) return false;
    const end = this.object(start + 1, this.root);
    return end !== -1 && this.blanks(end) === to;
  }

  /** Index behind the object whose inside starts at `at`; -1 where it is unusual. */
  private object(at: number, node: KeyNode | null): number {
    const { bytes } = this;
    let index = at;
    let next = 0;
    for (let first = true; ; first = false) {
      const found = node === null ? -1 : this.seenAt(node, next, index);
      let entry: KeyEntry | null = null;
      if (node !== null && found !== -1) {
        const seen = node.seen[found] as SeenKey;
        entry = seen.entry;
        index += seen.bytes.length;
        next = found + 1;
      } else {
        const start = index;
        index = this.blanks(index);
        if (bytes[index] === 0x7d) return first ? index + 1 : -1;
        if (bytes[index] !== QUOTE) return -1;
        const key = index + 1;
        const keyEnd = this.stringEnd(key);
        if (keyEnd === -1 || (node !== null && this.hasEscapes(key, keyEnd))) return -1;
        index = this.blanks(keyEnd + 1);
        if (bytes[index] !== 0x3a) return -1;
        index = this.blanks(index + 1);
        if (node !== null) {
          entry = this.entryOf(node, key, keyEnd);
          if (remember(node, next, bytes.subarray(start, index), entry)) next++;
        }
      }
      index = entry === null ? this.value(index) : this.field(index, entry);
      if (index === -1) return -1;
      if ((bytes[index] as number) <= 0x20) index = this.blanks(index);
      if (bytes[index] === 0x7d) return index + 1;
      if (bytes[index] !== 0x2c) return -1;
      index++;
    }
  }

  /** Which of the keys that were seen before, from the `next` one on, stands at `at`; -1: none of the next few. */
  private seenAt({ seen }: KeyNode, next: number, at: number): number {
    const end = Math.min(seen.length, next + KEYS_LEFT_OUT);
    for (let number = next; number < end; number++)
      if (this.isAgain(seen[number] as SeenKey, at)) return number;
    return -1;
  }

  /** True where the bytes at `at` are those that stood in front of a value before. */
  private isAgain({ bytes, words }: SeenKey, at: number): boolean {
    const last = bytes.length - 4;
    if (at + last + 4 > this.bytes.length) return false;
    for (let index = 0; index < last; index += 4)
      if (words.getInt32(index, true) !== this.words.getInt32(at + index, true)) return false;
    return words.getInt32(last, true) === this.words.getInt32(at + last, true);
  }

  private entryOf({ entries }: KeyNode, from: number, to: number): KeyEntry | null {
    for (const entry of entries)
      if (entry.key.length === to - from && entry.key.compare(this.bytes, from, to) === 0) return entry;
    return null;
  }

  /** A value that was asked for, or that leads to one. */
  private field(at: number, entry: KeyEntry): number {
    if (entry.seen === this.records) return -1;
    entry.seen = this.records;
    const { slot } = entry;
    const first = this.bytes[at] as number;
    if (first === QUOTE) {
      const end = this.stringEnd(at + 1);
      if (end === -1) return -1;
      if (slot !== -1) this.found(slot, this.hasEscapes(at + 1, end) ? ESCAPED : STRING, at + 1, end);
      return end + 1;
    }
    if (first === 0x5b) return -1;
    if (first === 0x7b) return slot === -1 ? this.nested(at + 1, entry.node) : -1;
    const end = this.scalar(at);
    // null says nothing, wherever it stands.
    if (end === -1 || slot === -1 || first === 0x6e) return end;
    this.found(slot, this.isDigits(at, end) ? DIGITS : OTHER, at, end);
    return end;
  }

  private found(slot: number, kind: number, start: number, end: number): void {
    this.kinds[slot] = kind;
    this.starts[slot] = start;
    this.ends[slot] = end;
  }

  private nested(at: number, node: KeyNode | null): number {
    if (++this.depth > DEEPEST) return -1;
    const end = this.object(at, node);
    this.depth--;
    return end;
  }

  /** A value that nobody asked for. */
  private value(at: number): number {
    const first = this.bytes[at] as number;
    if (first === QUOTE) {
      const end = this.stringEnd(at + 1);
      return end === -1 ? -1 : end + 1;
    }
    if (first === 0x7b) return this.nested(at + 1, null);
    return first === 0x5b ? this.list(at + 1) : this.scalar(at);
  }

  private list(at: number): number {
    const { bytes } = this;
    if (++this.depth > DEEPEST) return -1;
    let index = this.blanks(at);
    if (bytes[index] !== 0x5d) {
      for (;;) {
        index = this.value(index);
        if (index === -1) return -1;
        index = this.blanks(index);
        if (bytes[index] === 0x5d) break;
        if (bytes[index] !== 0x2c) return -1;
        index = this.blanks(index + 1);
      }
    }
    this.depth--;
    return index + 1;
  }

  /** Index behind a number, `true`, `false` or `null`. */
  private scalar(at: number): number {
    const { bytes } = this;
    let index = at;
    switch (bytes[index]) {
      case 0x74:
        return this.isWord(index, 0x72, 0x75, 0x65) ? index + 4 : -1;
      case 0x6e:
        return this.isWord(index, 0x75, 0x6c, 0x6c) ? index + 4 : -1;
      case 0x66:
        return this.isWord(index, 0x61, 0x6c, 0x73) && bytes[index + 4] === 0x65 ? index + 5 : -1;
      case 0x2d:
        index++;
    }
    const first = bytes[index] as number;
    if (!isDigit(first)) return -1;
    index++;
    if (first !== 0x30) while (isDigit(bytes[index] as number)) index++;
    else if (isDigit(bytes[index] as number)) return -1;
    if (bytes[index] === 0x2e) {
      const fraction = ++index;
      while (isDigit(bytes[index] as number)) index++;
      if (index === fraction) return -1;
    }
    if (((bytes[index] as number) | 0x20) !== 0x65) return index;
    index++;
    if (bytes[index] === 0x2b || bytes[index] === 0x2d) index++;
    if (!isDigit(bytes[index] as number)) return -1;
    while (isDigit(bytes[index] as number)) index++;
    return index;
  }

  private isWord(at: number, second: number, third: number, fourth: number): boolean {
    const { bytes } = this;
    return bytes[at + 1] === second && bytes[at + 2] === third && bytes[at + 3] === fourth;
  }

  private isDigits(from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (!isDigit(this.bytes[index] as number)) return false;
    return true;
  }

  /** Index of the quote that ends the string whose inside starts at `from`; -1 where the line ends first. */
  private stringEnd(from: number): number {
    const { bytes, words, end } = this;
    const far = Math.min(from + SHORT, bytes.length - 4);
    let at = from;
    this.escaped = false;
    while (at < far) {
      const word = words.getInt32(at, true);
      if (!hasByte(word ^ QUOTES) && !hasByte(word ^ BACKSLASHES)) {
        at += 4;
        continue;
      }
      while (bytes[at] !== QUOTE && bytes[at] !== BACKSLASH) at++;
      if (bytes[at] === QUOTE) return at < end ? at : -1;
      this.escaped = true;
      at += 2;
    }
    this.escaped ||= null;
    for (;;) {
      const quote = at < end ? bytes.indexOf(QUOTE, at) : -1;
      if (quote === -1 || quote >= end) return -1;
      let run = quote;
      while (bytes[run - 1] === BACKSLASH) run--;
      if ((quote - run) % 2 === 0) return quote;
      at = quote + 1;
    }
  }

  /** Of the string that was read last. */
  private hasEscapes(from: number, to: number): boolean {
    if (this.escaped !== null) return this.escaped;
    if (this.backslash < from) {
      const found = this.bytes.indexOf(BACKSLASH, from);
      this.backslash = found === -1 ? Number.MAX_SAFE_INTEGER : found;
    }
    return this.backslash < to;
  }

  /** Index of the first byte that is no blank; a line feed is none, since it ends the record. */
  private blanks(at: number): number {
    const { bytes } = this;
    let index = at;
    for (;;) {
      const byte = bytes[index] as number;
      if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return index;
      index++;
    }
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** True where one of the four bytes is 0. */
function hasByte(word: number): boolean {
  return ((word - 0x01010101) & ~word & 0x80808080) !== 0;
}

/** Remembers how a key was written, as the `next` one of such objects; false where it is not worth it. */
function remember(node: KeyNode, next: number, seen: Buffer, entry: KeyEntry | null): boolean {
  if (seen.length < 4 || node.seen.length === MOST_KEYS) return false;
  const bytes = Buffer.from(seen);
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  node.seen.splice(next, 0, { bytes, words, entry });
  return true;
}
