import { type ArchivedPage, captureTime, originalFrom } from './archived-page.ts';

const HOST = /^(?:(?:www\.)?web\.archive\.org|wayback\.archive\.org)$/u;
/**
 * `/web/<time><flags>/<original>`. The time has 14 digits for one capture; with fewer, or `*`, the archive chooses one
 * or lists them. Flags such as `id_` and `if_` choose how a capture is shown
 * (https://en.wikipedia.org/wiki/Help:Using_the_Wayback_Machine).
 */
const CAPTURE = /^\/web\/(?:(\d{1,14}|\d*\*)(?:[a-z]{2}_)?\/)?(\S+)$/iu;
/** `/<original>` shows the newest capture, `/save/<original>` makes one. */
const NEWEST = /^\/(?:save\/)?(https?:\S+)$/iu;

/** The Internet Archive's Wayback Machine. Its times are UTC. */
export function wayback(host: string, rest: string): ArchivedPage | null {
  if (!HOST.test(host)) return null;
  const [, time = '', address] = CAPTURE.exec(rest) ?? [];
  const original = originalFrom(address ?? NEWEST.exec(rest)?.[1] ?? '');
  return original === null ? null : { service: 'wayback', original, capturedAt: captureTime(time) };
}
