import type { Precision } from '../story.ts';
import { eraNamed } from './eras.ts';

/** A moment as a byline gives it: local time without a zone, ISO 8601 cut to `precision`. */
export interface Moment {
  iso: string;
  precision: Precision;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
type Reader = readonly [RegExp, (groups: string[]) => [year: number, month: number, day: number]];
const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const eraYear = (era: string, year: string) =>
  (eraNamed(era)?.firstYear ?? 0) + (year === '元' ? 1 : Number(year)) - 1;

/** From the longest form to the shortest, since the first match wins. A day or month of 0 is one not given. */
const DATES: readonly Reader[] = [
  [/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u, ([y, m, d]) => [Number(y), Number(m), Number(d)]],
  [
    /(令和|平成|昭和|大正|明治)\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u,
    ([e = '', y = '', m, d]) => [eraYear(e, y), Number(m), Number(d)],
  ],
  [
    /(?<![\w.])([rhs])\s?(\d{1,2})[./](\d{1,2})[./](\d{1,2})(?!\d)/iu,
    ([e = '', y = '', m, d]) => [eraYear(e, y), Number(m), Number(d)],
  ],
  [
    /(?<!\d)(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)/u,
    ([y, , m, d]) => [Number(y), Number(m), Number(d)],
  ],
  [
    new RegExp(`\\b${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*(\\d{4})\\b`, 'iu'),
    ([m = '', d, y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s*(\\d{4})\\b`, 'iu'),
    ([d, m = '', y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  // X embedded Japanese dates like this until 2015: `2014, 12月 28`.
  [/(\d{4}),\s*(\d{1,2})月\s*(\d{1,2})(?!\d)/u, ([y, m, d]) => [Number(y), Number(m), Number(d)]],
  [/(\d{4})\s*年\s*(\d{1,2})\s*月/u, ([y, m]) => [Number(y), Number(m), 0]],
  [new RegExp(`\\b${MONTH},?\\s+(\\d{4})\\b`, 'iu'), ([m = '', y]) => [Number(y), monthNumber(m), 0]],
  [/(?<!\d)(\d{4})年/u, ([y]) => [Number(y), 0, 0]],
];

const MERIDIEM: Record<string, 0 | 12> = { 午前: 0, 午後: 12, am: 0, pm: 12 };
const TIMES: readonly RegExp[] = [
  /(?<before>午前|午後)?\s*(?<h>\d{1,2})\s*時\s*(?:(?<m>\d{1,2})\s*分)?\s*(?:(?<s>\d{1,2})\s*秒)?/u,
  /(?<before>午前|午後|\b[ap]\.?m\.?)?\s*T?(?<![\d:])(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2})(?:\.\d+)?)?\s*(?<after>[ap]\.?m\b\.?)?(?![\d:])/iu,
];
/** What may stand around a date and a time in a byline without saying anything more. */
const AROUND =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:at|on|posted|utc|gmt|jst|est|edt|pst|pdt|cet|cest|msk)\b|[+-]\d{2}:?\d{2}$|(?<=\d|^)z\b|[月火水木金土日]曜日?|[(][月火水木金土日祝・]{1,3}[)]|投稿|[\s·・•|,、.()[\]:—–-]/giu;
const ZONE_AFTER_TIME = /^\s*(?:z\b|[+-]\d{2}:?\d{2})/iu;

/**
 * Reads a text that is a date, with or without a time of day and weekday, and nothing else; null otherwise.
 * Understands English, Japanese (also eras) and numeric year-first dates, and full-width digits.
 */
export function readMoment(text: string): Moment | null {
  let rest = text.normalize('NFKC').trim();
  if (rest.length === 0 || rest.length > 120) return null;
  let date: [number, number, number] | null = null;
  for (const [expression, read] of DATES) {
    const match = expression.exec(rest);
    if (match === null) continue;
    date = read(match.slice(1));
    // `T` between a date and a time is ISO 8601's.
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length).replace(/^T(?=\d)/u, ' ')}`;
    break;
  }
  if (date === null || !isDate(...date)) return null;
  let time: [number, number, number | null] | null = null;
  for (const expression of TIMES) {
    const match = expression.exec(rest);
    if (match === null) continue;
    time = readTime(match.groups ?? {});
    if (time === null) return null;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length).replace(ZONE_AFTER_TIME, ' ')}`;
    break;
  }
  if (rest.replace(AROUND, '') !== '') return null;
  return moment(date, time);
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999 || month > 12 || (month === 0 && day > 0)) return false;
  return day === 0 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function readTime(groups: Record<string, string | undefined>): [number, number, number | null] | null {
  const half = (groups.before ?? groups.after ?? '').toLowerCase().replaceAll('.', '');
  let hour = Number(groups.h);
  const minute = Number(groups.m ?? 0);
  const second = groups.s === undefined ? null : Number(groups.s);
  if (half !== '') {
    if (hour > 12) return null;
    hour = (hour % 12) + (MERIDIEM[half] ?? 0);
  }
  return hour > 23 || minute > 59 || (second ?? 0) > 60 ? null : [hour, minute, second];
}

const two = (value: number) => String(value).padStart(2, '0');

function moment(
  [year, month, day]: [number, number, number],
  time: [number, number, number | null] | null,
): Moment {
  if (month === 0) return { iso: String(year), precision: 'year' };
  if (day === 0) return { iso: `${year}-${two(month)}`, precision: 'month' };
  const date = `${year}-${two(month)}-${two(day)}`;
  if (time === null) return { iso: date, precision: 'day' };
  const [hour, minute, second] = time;
  if (second === null) return { iso: `${date}T${two(hour)}:${two(minute)}`, precision: 'minute' };
  return { iso: `${date}T${two(hour)}:${two(minute)}:${two(second)}`, precision: 'second' };
}

/** Days since 1970-01-01 of an ISO date of any precision: the first day of a month or year. */
export function dayOfIso(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** Seconds since midnight, by the clock that the date is given in; null where it has no time of day. At most 86,400. */
export function secondsOfIso(iso: string): number | null {
  const [, hour, minute, second = '0'] = /^[^T]+T(\d{2}):(\d{2})(?::(\d{2}))?/u.exec(iso) ?? [];
  if (hour === undefined) return null;
  return Math.min(Number(hour) * 3600 + Number(minute) * 60 + Number(second), 86_400);
}
