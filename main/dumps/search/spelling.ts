import { codecOf } from '../codec.ts';
import type { StoryKind } from '../story-kind.ts';

/** A byte, or any of a run of bytes. */
export type ByteRange = readonly [low: number, high: number];
/** Bytes one after another, each with the choices there are for it. */
export type ByteRow = readonly (readonly ByteRange[])[];

/** How a kind of story has letters in its bytes. */
export interface ByteSpelling {
  /** Bytes that every letter's place is a multiple of, from the story's start. */
  unit: 1 | 2;
  /** The ways to write one letter. */
  rowsOf(letter: string): ByteRow[];
  /** Bytes of the variation selectors. */
  selectors: readonly ByteRow[];
  /** First bytes of letters that hardly any text has, or few places of it; see `RareBytes`. */
  rare: readonly number[];
}

const UTF8_SELECTORS: readonly ByteRow[] = [
  [one(0xef), one(0xb8), [[0x80, 0x8f]]],
  [one(0xf3), one(0xa0), [[0x84, 0x86]], [[0x80, 0xbf]]],
  [one(0xf3), one(0xa0), one(0x87), [[0x80, 0xaf]]],
];
/** The low byte of each unit first. */
const UTF16_SELECTORS: readonly ByteRow[] = [
  [[[0x00, 0x0f]], one(0xfe)],
  [one(0x40), one(0xdb), [[0x00, 0xef]], one(0xdd)],
];
/** `\ufe00` to `\ufe0f`, `\udb40\udd00` to `\udb40\uddef`. */
const ESCAPED_SELECTORS: readonly ByteRow[] = [
  [...escaped(0xfe00).slice(0, -1), hexDigits(0, 15)],
  [...escaped(0xdb40), ...escaped(0xdd00).slice(0, -2), hexDigits(0, 14), hexDigits(0, 15)],
];
/** Phonetic, raised, circled and mathematical letters, and selectors of ideographs. */
const UTF8_RARE = [0xe1, 0xe2, 0xf0, 0xf3];

export function spellingOf(kind: StoryKind): ByteSpelling {
  switch (kind.kind) {
    case 'text':
      return textSpelling(kind.encoding);
    case 'record':
      // As `JSON.stringify` writes it: the spool is our own.
      return {
        ...textSpelling('utf-8'),
        rowsOf: (letter) => [exactly(Buffer.from(JSON.stringify(letter).slice(1, -1)))],
      };
    case 'json':
      return {
        ...textSpelling('utf-8'),
        rowsOf: jsonRows,
        selectors: [...UTF8_SELECTORS, ...ESCAPED_SELECTORS],
      };
  }
}

function textSpelling(encoding: Extract<StoryKind, { kind: 'text' }>['encoding']): ByteSpelling {
  const codec = codecOf(encoding);
  const rowsOf = (letter: string) => [exactly(codec.encode(letter))];
  switch (encoding) {
    case 'utf-8':
      return { unit: 1, rowsOf, selectors: UTF8_SELECTORS, rare: UTF8_RARE };
    case 'utf-16le':
      return { unit: 2, rowsOf, selectors: UTF16_SELECTORS, rare: [] };
    case 'utf-16be':
      return { unit: 2, rowsOf, selectors: UTF16_SELECTORS.map(swapped), rare: [] };
  }
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** As anybody may write JSON, or something that is read as JSON: as it is, by its number, or by a short escape. */
function jsonRows(letter: string): ByteRow[] {
  const rows: ByteRow[] = [];
  if (letter !== '"') rows.push(exactly(Buffer.from(letter)));
  const short = SHORT_ESCAPES[letter];
  if (short !== undefined) rows.push(ascii(short));
  rows.push(Array.from({ length: letter.length }, (_, index) => escaped(letter.charCodeAt(index))).flat());
  return rows;
}

/** `\u30ab` */
function escaped(unit: number): ByteRange[][] {
  return [
    ...ascii('\\u'),
    ...[12, 8, 4, 0].map((shift) => hexDigits((unit >> shift) & 15, (unit >> shift) & 15)),
  ];
}

/** The hexadecimal digits of some numbers, in either case. */
function hexDigits(first: number, last: number): ByteRange[] {
  const digits: ByteRange[] = [];
  if (first <= 9) digits.push([0x30 + first, 0x30 + Math.min(last, 9)]);
  if (last >= 10) for (const a of [0x41, 0x61]) digits.push([a + Math.max(first, 10) - 10, a + last - 10]);
  return digits;
}

function exactly(bytes: Buffer): ByteRange[][] {
  return Array.from(bytes, (byte) => one(byte));
}

function ascii(text: string): ByteRange[][] {
  return exactly(Buffer.from(text));
}

function one(byte: number): ByteRange[] {
  return [[byte, byte]];
}

function swapped(row: ByteRow): ByteRow {
  return row.map((_, index) => row[index ^ 1] ?? []);
}
