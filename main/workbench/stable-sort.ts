/** Numbers are sorted by 16 bits at a time. */
const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * The places of an array in ascending order of what stands there; equal values keep their order. Takes as many steps
 * as there are values, so that a million of them are a matter of milliseconds.
 */
export function sortedPlaces(values: Uint32Array): Uint32Array {
  const places = new Uint32Array(values.length);
  for (let place = 0; place < places.length; place += 1) places[place] = place;
  return byDigit(values, byDigit(values, places, 0), DIGIT_BITS);
}

/** Sorts places, stably, by one digit of their values. */
function byDigit(values: Uint32Array, places: Uint32Array, shift: number): Uint32Array {
  const next = new Uint32Array(DIGITS);
  for (const place of places) {
    const digit = ((values[place] as number) >>> shift) & (DIGITS - 1);
    next[digit] = (next[digit] as number) + 1;
  }
  let before = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const count = next[digit] as number;
    if (count === places.length) return places;
    next[digit] = before;
    before += count;
  }
  const sorted = new Uint32Array(places.length);
  for (const place of places) {
    const digit = ((values[place] as number) >>> shift) & (DIGITS - 1);
    const at = next[digit] as number;
    sorted[at] = place;
    next[digit] = at + 1;
  }
  return sorted;
}
