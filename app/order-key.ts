/**
 * Keys that say where something stands among its neighbours: strings of `0-9a-z`, compared by code unit, between any
 * two of which there is room for another. So a move changes one entry, and orders that two people made can be merged.
 * (Digits after the point of a number between 0 and 1, to the base 36; none ends in `0`.)
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;

/** A key between two; null: no bound. `after` < `before`, where both are there. */
export function keyBetween(after: string | null, before: string | null): string {
  if (after !== null && before !== null && after >= before) throw new RangeError(`${after} ≥ ${before}`);
  let key = '';
  let bound = before;
  for (let place = 0; ; place += 1) {
    const low = digitAt(after, place);
    const high = bound === null ? BASE : digitAt(bound, place);
    if (high - low > 1) return key + DIGITS[low + Math.floor((high - low) / 2)];
    key += DIGITS[low];
    // From here on the key is below `before` whatever follows.
    if (high > low) bound = null;
  }
}

/** `count` keys in ascending order. */
export function keysInOrder(count: number): string[] {
  const keys: string[] = [];
  for (let place = 0; place < count; place += 1) keys.push(keyBetween(keys.at(-1) ?? null, null));
  return keys;
}

function digitAt(key: string | null, place: number): number {
  return Math.max(0, DIGITS.indexOf(key?.[place] ?? '0'));
}
