import { canFollow, lettersOf } from '../search/letters.ts';

/** What a letter is to a shingle, by its UTF-16 unit. */
export const NOTHING = 0;
/** Part of a word that ends at a blank or sign. */
export const WORD = 1;
export const DIGIT = 2;
/** Counts by itself: scripts that are written without blanks. */
export const CHARACTER = 3;
/** Becomes several letters, or one together with its neighbour: the text has to be folded as a whole. */
export const SPECIAL = 4;
const UNKNOWN = 5;

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]$/u;

const classes = new Uint8Array(1 << 16).fill(UNKNOWN);
const folded = new Uint16Array(1 << 16);

/** Filled as texts bring units up. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  return known === UNKNOWN ? classify(unit) : known;
}

/** What a unit folds to that `classOf` was asked of, unless that is `SPECIAL` or `NOTHING`. */
export function foldedUnit(unit: number): number {
  return folded[unit] as number;
}

function classify(unit: number): number {
  const letter = String.fromCharCode(unit);
  // Emoji and rare ideographs are left out, and so is what only says how they look.
  const isHalf = unit >= 0xd800 && unit < 0xe000;
  const letters = isHalf || (unit >= 0xfe00 && unit <= 0xfe0f) ? '' : lettersOf(letter, 'usual');
  let as = NOTHING;
  if (letters !== '' && canFollow(letter)) as = SPECIAL;
  else if (/[\p{L}\p{N}]/u.test(letters)) as = letters.length > 1 ? SPECIAL : classOfLetter(letters);
  folded[unit] = letters.charCodeAt(0) || 0;
  classes[unit] = as;
  return as;
}

function classOfLetter(letter: string): number {
  if (UNSPACED.test(letter)) return CHARACTER;
  return /\p{N}/u.test(letter) ? DIGIT : WORD;
}
