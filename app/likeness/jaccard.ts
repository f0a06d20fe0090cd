import { Shingles } from './shingles.ts';

/** Texts that are at least so alike are near-duplicates: over half of all that either says is said by both. */
export const ALIKE = 0.5;
/** What says less than this is not compared: thanks and greetings are all alike. In different shingles. */
export const FEWEST_SHINGLES = 8;

/** What two sets, ascending, have in common, as a share of all they have: 0 to 1 (Jaccard's coefficient). */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] as number, b[j] as number];
    if (one === other) shared += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** How alike two texts are, 0 to 1. */
export function likenessOf(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => {
    const shingles = new Shingles();
    shingles.read(text);
    return shingles.sorted();
  }) as [Uint32Array, Uint32Array];
  return jaccard(one, other);
}
