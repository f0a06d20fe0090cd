import { type ArchivedPage, captureTime, originalFrom } from './archived-page.ts';

const HOST = /^(?:www\.)?archive\.(?:today|ph|is|li|fo|md|vn)$/u;
/** `/20250208103000/<original>`, `/2025.02.08-103000/<original>`; fewer digits or a word: the archive chooses one. */
const BY_TIME = /^\/(\d{4,14}|\d{4}\.\d{2}\.\d{2}-\d{6}|newest|oldest)\/(\S+)$/iu;
/** `/<original>` lists all copies of a page. */
const LIST = /^\/(https?(?::|%3A)\S+)$/iu;
/** `/AbC12`, and the same with a picture, a shared part or the queue before it. */
const SHORT = /^\/(?:wip\/)?[0-9A-Za-z]{4,6}(?:\/(?:image|share|abuse)?)?(?:[#?]\S*)?$/u;

/** archive.today under any of its names. Its times are UTC; a short address tells neither original nor time. */
export function archiveToday(host: string, rest: string): ArchivedPage | null {
  if (!HOST.test(host)) return null;
  if (SHORT.test(rest)) return { service: 'archive-today', original: null, capturedAt: null };
  const [, time = '', address] = BY_TIME.exec(rest) ?? [];
  const original = originalFrom(withoutSelection(address ?? LIST.exec(rest)?.[1] ?? ''));
  return original === null
    ? null
    : { service: 'archive-today', original, capturedAt: captureTime(time.replace(/[.-]/gu, '')) };
}

/** What a reader marked in the copy (`#selection-227.0-231.18`) is no part of the original. */
function withoutSelection(address: string): string {
  return address.replace(/#selection-[\d.-]+$/u, '');
}
