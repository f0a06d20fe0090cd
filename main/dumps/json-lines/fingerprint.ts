import type { Source } from '../../../app/story.ts';

/** Two numbers that are equal for equal stories, and hardly ever for others. */
export interface Fingerprint {
  low: number;
  high: number;
}

const PRIMES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** Of an id's UTF-8 bytes. */
export function fingerprintOfId(bytes: Buffer, from: number, to: number, out: Fingerprint): void {
  let low = to - from;
  let high = ~low;
  for (let index = from; index < to; index++) {
    const byte = bytes[index] as number;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, PRIMES[1]);
    high ^= high >>> 13;
  }
  out.low = low ^ (low >>> 15);
  out.high = high ^ (high >>> 16);
}

/**
 * Of a story without an id of its own: of what its id is made of, as far as that costs no time. Spots of the text tell
 * texts apart well enough.
 * @param bytes the text in UTF-8, without escapes
 */
export function fingerprintOfText(
  bytes: Buffer,
  from: number,
  to: number,
  day: number,
  source: Source | null,
  out: Fingerprint,
): void {
  const size = to - from;
  let low = size ^ Math.imul(day, PRIMES[2]);
  let high = ~size ^ Math.imul(day, PRIMES[3]);
  const publisher = source === null ? 0 : hashOfName(source.name);
  low = Math.imul(low ^ publisher, PRIMES[0]);
  high = Math.imul(high ^ publisher, PRIMES[1]);
  const step = Math.max(1, size >>> 4);
  for (let index = from; index < to; index += step) {
    const byte = bytes[index] as number;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, PRIMES[1]);
    high ^= high >>> 13;
  }
  out.low = low ^ (low >>> 15);
  out.high = high ^ (high >>> 16);
}

function hashOfName(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length && index < 32; index++)
    hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return hash;
}
