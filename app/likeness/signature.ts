import { mixed } from './shingles.ts';

/**
 * One-permutation MinHash (Li, Owen and Zhang, "One Permutation Hashing", NIPS 2012): each shingle is hashed once, and
 * falls into one bin, which keeps its smallest. A bin that got none takes over that of another, chosen by number alone
 * (Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing", ICML 2017). Of each bin one byte is kept
 * (Li and König, "b-Bit Minwise Hashing", WWW 2010): two texts have it in common as often as they are alike, and else
 * once in 256 times.
 */
export const MOST_BINS = 128;
/** Four bins make a word: what two texts have to have in common somewhere to be compared at all. */
export const BINS_A_WORD = 4;

/** @param bins a power of two, `MOST_BINS` at most: bytes of a signature */
export class SignatureMaker {
  private readonly bins: number;
  private readonly shift: number;
  private readonly smallest: Uint32Array;
  private readonly scratch: Uint8Array;

  constructor(bins: number) {
    this.bins = bins;
    this.shift = 32 - Math.log2(bins);
    this.smallest = new Uint32Array(bins);
    this.scratch = new Uint8Array(bins);
  }

  /**
   * Writes a signature of a set of hashes, of which some may be there several times.
   * @returns whether there is one: not for fewer hashes than `fewest`
   */
  write(hashes: Uint32Array, count: number, fewest: number, into: Uint8Array, offset: number): boolean {
    const { bins, shift, smallest, scratch } = this;
    if (count < fewest) return false;
    smallest.fill(NONE);
    for (let at = 0; at < count; at += 1) {
      const hash = hashes[at] as number;
      const bin = hash >>> shift;
      const value = hash & REST;
      if (value < (smallest[bin] as number)) smallest[bin] = value;
    }
    let filled = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      const value = smallest[bin] as number;
      if (value === NONE) continue;
      filled += 1;
      scratch[bin] = mixed(value + bin) & 0xff;
    }
    if (filled === 0) return false;
    for (let bin = 0; bin < bins; bin += 1)
      into[offset + bin] = scratch[filled === bins ? bin : this.lender(bin)] as number;
    return true;
  }

  /** The bin itself where it has a value of its own. */
  private lender(bin: number): number {
    let lender = bin;
    for (let attempt = 1; this.smallest[lender] === NONE; attempt += 1)
      lender = mixed(Math.imul(bin + 1, 0x9e3779b1) + attempt) >>> this.shift;
    return lender;
  }
}

const NONE = 0xffffffff;
/** Bits of a hash that do not name its bin, however many bins there are. */
const REST = 0x00ffffff;

/**
 * How alike the texts of two signatures are, 0 to 1, as far as these tell: of `MOST_BINS` bins the standard error is
 * 0.05 at most for texts with as many shingles.
 * @param words all signatures, `width` words each
 */
export function estimate(words: Uint32Array, width: number, one: number, other: number): number {
  const bins = width * BINS_A_WORD;
  let equal = 0;
  for (let at = 0, i = one * width, j = other * width; at < width; at += 1) {
    const differing = (words[i + at] as number) ^ (words[j + at] as number);
    // A bit for each byte that is zero (Warren, "Hacker's Delight", 6-1).
    const zeros = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing | 0x7f7f7f7f);
    equal += Math.imul(zeros >>> 7, 0x01010101) >>> 24;
  }
  return Math.max(0, (equal / bins - CHANCE) / (1 - CHANCE));
}

const CHANCE = 1 / 256;
