import { SURELY_JAPANESE } from '../../../app/text/language.ts';

/**
 * What a byte adds to the count, by itself and the byte before it: UTF-16 units, characters of Japan and letters of
 * ASCII in ten bits each, and whether it tells kana, or something that takes a closer look.
 */
const UNIT = 1;
const CHARACTER = 1 << 10;
const LETTER = 1 << 20;
const KANA = 1 << 30;
const CLOSER_LOOK = -0x80000000;
const FIELD = (1 << 10) - 1;
const COUNTS = KANA - 1;
/** Bytes between two looks at the count. No block adds more than a field holds. */
const BLOCK = 32;

/** By the byte before in the upper half of the index, and the byte itself in the lower. */
const ADDS = new Int32Array(1 << 16);
for (let before = 0; before < 0x100; before++)
  for (let byte = 0; byte < 0x100; byte++)
    ADDS[(before << 8) | byte] = before === 0x5c ? addsBehindBackslash(byte) : adds(before, byte);

/**
 * A first, quick try for `isPlainlyJapanese` in a JSON string: it goes from byte to byte without asking what each one
 * is, which for long texts of kana, Han characters and signs in ever new order takes half the time. False says nothing.
 */
export function isJapaneseAtAGlance(bytes: Buffer, from: number, to: number, units: number): boolean {
  let sum = 0;
  let marks = 0;
  let before = 0;
  for (let index = from; index + BLOCK <= to; ) {
    for (const end = index + BLOCK; index < end; index++) {
      const byte = bytes[index] as number;
      const added = ADDS[(before << 8) | byte] as number;
      sum += added & COUNTS;
      marks |= added;
      before = byte;
    }
    const seen = sum & FIELD;
    if (marks < 0 || seen > units) return false;
    if ((marks & KANA) === 0) continue;
    const characters = (sum >> 10) & FIELD;
    const letters = sum >> 20;
    if (characters >= SURELY_JAPANESE && characters * 3 > letters * 2) return true;
    // Were all the rest of it letters of another script, it would still be Japanese.
    if (characters * 3 > letters + Math.min(units - seen, to - index)) return true;
  }
  return false;
}

function adds(before: number, byte: number): number {
  // A carriage return may be half of a line break.
  if (byte < 0x20) return CLOSER_LOOK;
  if (byte < 0x80) return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? UNIT + LETTER : UNIT;
  if (byte < 0xc0) return before === 0xe3 && (byte === 0x81 || byte === 0x82) ? CHARACTER + KANA : 0;
  // U+30C0 to U+30FF are left out: signs are among them that other scripts have as well.
  if (byte >= 0xe2 && byte <= 0xe4) return UNIT;
  if (byte >= 0xe5 && byte <= 0xe9) return UNIT + CHARACTER;
  if (byte === 0xef) return UNIT + LETTER;
  return byte === 0xf0 ? UNIT * 2 : CLOSER_LOOK;
}

/** The backslash was counted. */
function addsBehindBackslash(byte: number): number {
  return byte === 0x6e || byte === 0x22 || byte === 0x74 || byte === 0x2f ? 0 : CLOSER_LOOK;
}
