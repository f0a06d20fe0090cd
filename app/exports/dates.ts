import type { Locale } from '../settings.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/u;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/**
 * An ISO 8601 date for readers, as exact as it is given and in the time zone that it is given in. Anything else is
 * returned as it is. Not by `Intl`: its wording changes between versions, and a report made again has to be the same.
 */
export function readableDate(iso: string, locale: Locale): string {
  const match = ISO.exec(iso);
  if (!match) return iso;
  const [, year, month, day, time, , zone] = match as unknown as (string | undefined)[];
  if (!exists(year, month, day, time)) return iso;
  const date = locale === 'ja' ? japanese(year, month, day) : english(year, month, day);
  if (!time) return date;
  const suffix = zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`;
  return `${date}${locale === 'ja' ? ' ' : ', '}${time}${suffix}`;
}

/** Whether the calendar and the clock have it; a platform's or a person's slip is shown as it is. */
function exists(year = '', month = '01', day = '01', time = '00:00'): boolean {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = Number(month) === 2 && isLeap ? 29 : (DAYS[Number(month) - 1] ?? 0);
  return Number(day) >= 1 && Number(day) <= last && hours < 24 && minutes < 60;
}

function english(year = '', month?: string, day?: string): string {
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function japanese(year = '', month?: string, day?: string): string {
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}
