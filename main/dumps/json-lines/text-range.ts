import { NO_BYLINE } from '../story-columns.ts';

/**
 * Where the text of a record stands in it, in one column: bytes in front of its string's inside, and bytes behind it.
 * Records with more around their text, and those whose text is put together from several values, have none.
 */
const TAIL_BITS = 18;
const START_LIMIT = 1 << (32 - TAIL_BITS);
const TAIL_LIMIT = 1 << TAIL_BITS;

/** @returns `NO_BYLINE` where the numbers are too large */
export function packedRange(before: number, behind: number): number {
  return before < START_LIMIT - 1 && behind < TAIL_LIMIT ? before * TAIL_LIMIT + behind : NO_BYLINE;
}

/**
 * The inside of the text's string in the record `start`..`end`, to be decoded and cleaned as `factsOf` does; null where
 * only parsing tells.
 */
export function textRange(packed: number, start: number, end: number): { start: number; end: number } | null {
  if (packed === NO_BYLINE) return null;
  return { start: start + (packed >>> TAIL_BITS), end: end - (packed & (TAIL_LIMIT - 1)) };
}
