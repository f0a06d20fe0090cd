export const ARCHIVE_SERVICES = ['wayback', 'archive-today', 'megalodon'] as const;
export type ArchiveService = (typeof ARCHIVE_SERVICES)[number];

export interface ArchivedPage {
  service: ArchiveService;
  /** The address of the page that was captured; null where the address of the copy does not tell it. */
  original: string | null;
  /** ISO 8601 in UTC, to the second; null where the address does not tell it, or says no more than a day. */
  capturedAt: string | null;
}

/**
 * The original as it stands in the address of a copy: the slashes that proxies swallow are put back, a missing scheme
 * is http, and the port that goes without saying, which archives write out, is left out. null where it is none.
 */
export function originalFrom(text: string): string | null {
  const decoded = /^https?%3A/iu.test(text) ? withoutEscapes(text) : text;
  const [, scheme = 'http', rest = ''] = /^(?:(https?):\/{1,2})?(.*)$/isu.exec(decoded) ?? [];
  const [, host = '', port = '', path = ''] =
    /^([^\s/:?#@]+\.[^\s/:?#@]+)(?::(\d+))?(\S*)$/u.exec(rest) ?? [];
  if (host === '') return null;
  const usual = scheme.toLowerCase() === 'https' ? '443' : '80';
  return `${scheme.toLowerCase()}://${host}${port === '' || port === usual ? '' : `:${port}`}${path}`;
}

/**
 * A time of capture from its digits (`YYYYMMDDhhmmss`), given as the local time of a place `offsetHours` east of
 * Greenwich; null for a time that no clock shows.
 */
export function captureTime(digits: string, offsetHours = 0): string | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(digits) ?? [];
  if (year === undefined) return null;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${written}Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== written) return null;
  return `${new Date(time - offsetHours * 3_600_000).toISOString().slice(0, 19)}Z`;
}

function withoutEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
