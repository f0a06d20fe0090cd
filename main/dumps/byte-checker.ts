import type { Codec } from './codec.ts';
import { findInvalid, type InvalidBytes } from './invalid-bytes.ts';

/** A damaged dump may have millions of invalid bytes; so many are named, the rest only counted. */
export const INVALID_LISTED = 1000;

/** Finds the bytes of a dump that are no text, in chunks that may cut characters. */
export class ByteChecker {
  readonly found: InvalidBytes[] = [];
  count = 0;
  private readonly codec: Codec;
  /** Bytes in front of the next chunk that belong to a character that was cut. */
  private open = 0;

  constructor(codec: Codec) {
    this.codec = codec;
  }

  /**
   * Checks `bytes[from..to]`; the bytes of a character cut by the chunk before still stand in front of `from`.
   * @param offset position of `bytes[0]` in the dump
   * @param last nothing follows
   */
  check(bytes: Buffer, from: number, to: number, offset: number, last: boolean): void {
    const start = from - this.open;
    const end = last ? to : wholeCharacters(this.codec, bytes, start, to);
    this.open = to - end;
    if (end <= start || this.codec.isValid(bytes, start, end)) return;
    findInvalid(this.codec.encoding, bytes, start, end, (index, length) => {
      this.count++;
      if (this.found.length < INVALID_LISTED) this.found.push({ byte: offset + index, length });
    });
  }
}

/** The end of the last character that is not cut at `to`. */
function wholeCharacters(codec: Codec, bytes: Buffer, from: number, to: number): number {
  if (codec.unit === 2) {
    const whole = to - ((to - from) % 2);
    if (whole - 2 < from) return whole;
    const last = codec.at(bytes, whole - 2);
    return last >= 0xd800 && last <= 0xdbff ? whole - 2 : whole;
  }
  for (let back = 1; back <= 3 && to - back >= from; back++) {
    const byte = bytes[to - back] as number;
    if (byte < 0x80) return to;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? to - back : to;
  }
  return to;
}
