import { codecOf } from '../codec.ts';
import type { StoryKind } from '../story-kind.ts';

/** A byte, or any of a run of bytes. */
export type ByteRange = readonly [low: number, high: number];

/** How a kind of story has letters in its bytes. */
export interface ByteSpelling {
  /** Bytes that every letter's place is a multiple of, from the story's start. */
  unit: 1 | 2;
  /** The bytes of one letter. */
  bytesOf(letter: string): Buffer;
  /** Bytes of the variation selectors. */
  selectors: readonly (readonly ByteRange[])[];
  /** First bytes of letters that hardly any text has, or few places of it; see `RareBytes`. */
  rare: readonly number[];
}

const UTF8_SELECTORS: readonly (readonly ByteRange[])[] = [
  [one(0xef), one(0xb8), [0x80, 0x8f]],
  [one(0xf3), one(0xa0), [0x84, 0x86], [0x80, 0xbf]],
  [one(0xf3), one(0xa0), one(0x87), [0x80, 0xaf]],
];
/** Phonetic, raised, circled and mathematical letters, and selectors of ideographs. */
const UTF8_RARE = [0xe1, 0xe2, 0xf0, 0xf3];
/** The low byte of each unit first. */
const UTF16_SELECTORS: readonly (readonly ByteRange[])[] = [
  [[0x00, 0x0f], one(0xfe)],
  [one(0x40), one(0xdb), [0x00, 0xef], one(0xdd)],
];

export function spellingOf(kind: StoryKind): ByteSpelling {
  if (kind.kind !== 'text') {
    // As `JSON.stringify` writes it: the spool is our own. Records of others may escape more: see `examineStories`.
    const bytesOf = (letter: string) => Buffer.from(JSON.stringify(letter).slice(1, -1), 'utf8');
    return { unit: 1, bytesOf, selectors: UTF8_SELECTORS, rare: UTF8_RARE };
  }
  const codec = codecOf(kind.encoding);
  const bytesOf = (letter: string) => codec.encode(letter);
  switch (kind.encoding) {
    case 'utf-8':
      return { unit: 1, bytesOf, selectors: UTF8_SELECTORS, rare: UTF8_RARE };
    case 'utf-16le':
      return { unit: 2, bytesOf, selectors: UTF16_SELECTORS, rare: [] };
    case 'utf-16be':
      return { unit: 2, bytesOf, selectors: UTF16_SELECTORS.map(swapped), rare: [] };
  }
}

function one(byte: number): ByteRange {
  return [byte, byte];
}

function swapped(ranges: readonly ByteRange[]): ByteRange[] {
  return ranges.map((_, index) => ranges[index ^ 1] as ByteRange);
}
