/**
 * Finds a literal in bytes, all of it in compiled JavaScript: `Buffer.indexOf` looks for the first byte, which
 * in Japanese UTF-8 is nearly every third one. Horspool's algorithm on pairs of bytes skips almost the whole
 * length of the literal at each step.
 */
export class ByteFinder {
  readonly length: number;
  private readonly literal: Buffer;
  private readonly shift: Uint16Array | null;

  constructor(literal: Buffer) {
    this.literal = literal;
    this.length = literal.length;
    if (literal.length < 2) {
      this.shift = null;
      return;
    }
    // A pair that is not in the literal: even its second byte could be the literal's first.
    const longest = Math.min(literal.length - 1, 0xffff);
    this.shift = new Uint16Array(1 << 16).fill(longest);
    for (let index = 1; index < literal.length - 1; index++) {
      const pair = (literal[index - 1] as number) | ((literal[index] as number) << 8);
      this.shift[pair] = Math.min(longest, literal.length - 1 - index);
    }
  }

  /** Index of the first match that begins at `from` or later and ends at `to` or before; -1 where there is none. */
  find(bytes: Buffer, from: number, to: number): number {
    const { literal, shift, length } = this;
    if (shift === null) {
      const index = bytes.indexOf(literal[0] as number, from);
      return index === -1 || index >= to ? -1 : index;
    }
    const last = length - 1;
    const endLow = literal[last - 1] as number;
    const endHigh = literal[last] as number;
    for (let end = from + last; end < to; ) {
      const high = bytes[end] as number;
      const low = bytes[end - 1] as number;
      if (high === endHigh && low === endLow) {
        let index = 0;
        while (index < last - 1 && bytes[end - last + index] === literal[index]) index++;
        if (index >= last - 1) return end - last;
      }
      end += shift[low | (high << 8)] as number;
    }
    return -1;
  }
}
