/** A source of numbers in [0, 1): the same seed, the same numbers. */
export type Random = () => number;

/** `sfc32` (Chris Doty-Humphrey, public domain, part of PractRand), seeded by one whole number. */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, Math.trunc(seed / 0x1_0000_0000) | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((((c << 21) | (c >>> 11)) >>> 0) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // The first numbers still look like the seed.
  for (let step = 0; step < 15; step += 1) next();
  return next;
}

/** A whole number in [0, below). */
export function wholeBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}
