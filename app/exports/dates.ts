import type { Locale } from '../settings.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/u;

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
  if (month !== undefined && MONTHS[Number(month) - 1] === undefined) return iso;
  const date = locale === 'ja' ? japanese(year, month, day) : english(year, month, day);
  if (!time) return date;
  const suffix = zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`;
  return `${date}${locale === 'ja' ? ' ' : ', '}${time}${suffix}`;
}

function english(year = '', month?: string, day?: string): string {
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function japanese(year = '', month?: string, day?: string): string {
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}
