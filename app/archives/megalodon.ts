import { type ArchivedPage, captureTime, originalFrom } from './archived-page.ts';

/** Copies were also served from numbered hosts, such as s01.megalodon.jp. */
const HOST = /^(?:[a-z0-9]+\.)?megalodon\.jp$/u;
/** `/2025-0208-1930-00/https://host:443/path`; older ones leave out the scheme, the oldest the seconds. */
const CAPTURE = /^\/(?:ref\/)?(\d{4})-(\d{4})-(\d{4})(?:-(\d{2}))?\/(\S+)$/u;
/** `/<original>` lists all copies of a page. */
const LIST = /^\/(https?:\S+)$/iu;
const JAPAN = 9;

/** ウェブ魚拓 (megalodon.jp). Its times are those of Japan. `gyo.tc/<original>` is its other door, and tells no time. */
export function megalodon(host: string, rest: string): ArchivedPage | null {
  if (host === 'gyo.tc') {
    const original = originalFrom(rest.slice(1));
    return original === null ? null : { service: 'megalodon', original, capturedAt: null };
  }
  if (!HOST.test(host)) return null;
  const [, year = '', day = '', time = '', second = '00', address] = CAPTURE.exec(rest) ?? [];
  const original = originalFrom(address ?? LIST.exec(rest)?.[1] ?? '');
  const capturedAt = address === undefined ? null : captureTime(`${year}${day}${time}${second}`, JAPAN);
  return original === null ? null : { service: 'megalodon', original, capturedAt };
}
