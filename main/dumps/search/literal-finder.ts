import type { Literal } from '../../../app/search/need.ts';
import { byteGraph, MOST_LETTERS } from './byte-graph.ts';
import { RareBytes } from './rare-bytes.ts';
import type { ByteSpelling } from './spelling.ts';
import { WindowFinder } from './window-finder.ts';

/**
 * Finds a literal in bytes, in any spelling of its folding, without decoding them. Spellings that hardly any text has
 * would make all searching slower: they are looked for only where bytes of theirs have been seen.
 */
export class LiteralFinder {
  /** Every match is one of the whole literal; otherwise of its beginning. */
  readonly isWhole: boolean;
  /** Bytes that a match has at least, and at most, variation selectors apart. */
  readonly shortest: number;
  readonly longest: number;
  /** Bytes that every match's place is a multiple of. */
  readonly unit: 1 | 2;
  private readonly literal: Literal;
  private readonly spelling: ByteSpelling;
  private readonly rare: RareBytes;
  private readonly usual: WindowFinder;
  private all: WindowFinder | null = null;
  private current: WindowFinder;

  constructor(literal: Literal, spelling: ByteSpelling) {
    this.literal = literal;
    this.spelling = spelling;
    this.unit = spelling.unit;
    this.isWhole = literal.letters.length <= MOST_LETTERS;
    this.rare = new RareBytes(spelling.rare.filter((byte) => !firstBytes(literal, spelling).has(byte)));
    const usual = byteGraph(literal, spelling, (first, second) => this.rare.take(first, second));
    this.usual = new WindowFinder(usual, spelling.unit);
    this.current = this.usual;
    this.shortest = this.usual.shortest;
    this.longest = Math.max(this.usual.longest, literal.letters.length * LONGEST_LETTER);
  }

  /** Behind the match that `find` found. */
  get end(): number {
    return this.current.end;
  }

  /** Looks which spellings the bytes between `from` and `to` can have, before these are searched. */
  prepare(bytes: Buffer, from: number, to: number): void {
    this.current = this.rare.areIn(bytes, from, to) ? this.finderOfAll() : this.usual;
  }

  /**
   * Index of the first match that begins between `from` and `last`; -1 where there is none.
   * @param last the last index that a match may begin at
   * @param limit no match reaches beyond it
   */
  find(bytes: Buffer, from: number, last: number, limit: number): number {
    return this.current.find(bytes, from, last, limit);
  }

  private finderOfAll(): WindowFinder {
    this.all ??= new WindowFinder(byteGraph(this.literal, this.spelling), this.spelling.unit);
    return this.all;
  }
}

/** A letter with a mark or two of its own, each by its number in JSON. */
const LONGEST_LETTER = 36;

function firstBytes({ letters }: Literal, spelling: ByteSpelling): Set<number> {
  return new Set(
    Array.from(letters.slice(0, MOST_LETTERS), (letter) => spelling.rowsOf(letter)[0]?.[0]?.[0]?.[0] ?? 0),
  );
}
