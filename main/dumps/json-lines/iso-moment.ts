import { NO_DAY } from '../story-columns.ts';

/** Days of the months before each month, in a year that is not a leap year. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Of 0000-01-01, in days since 1970-01-01. */
const YEAR_ZERO = -719_528;

/**
 * The day of a moment as programs write it, `2025-02-08T10:30:05.000Z` or with an offset, in days since 1970-01-01.
 * `NO_DAY` for whatever else, which may be a date all the same.
 */
export function isoDay(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 20 || bytes[from + 4] !== 0x2d || bytes[from + 7] !== 0x2d || bytes[from + 10] !== 0x54)
    return NO_DAY;
  if (bytes[from + 13] !== 0x3a || bytes[from + 16] !== 0x3a || !endsAsMoment(bytes, from + 19, to))
    return NO_DAY;
  const [hour, minute, second] = [pair(bytes, from + 11), pair(bytes, from + 14), pair(bytes, from + 17)];
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return NO_DAY;
  const [century, decade] = [pair(bytes, from), pair(bytes, from + 2)];
  if (century < 10 || decade < 0) return NO_DAY;
  return dayOf(century * 100 + decade, pair(bytes, from + 5), pair(bytes, from + 8));
}

/** Seconds since midnight of a moment whose day `isoDay` tells. */
export function isoSeconds(bytes: Uint8Array, from: number): number {
  return pair(bytes, from + 11) * 3600 + pair(bytes, from + 14) * 60 + pair(bytes, from + 17);
}

function dayOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1) return NO_DAY;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const before = DAYS_BEFORE[month - 1] as number;
  const length = (DAYS_BEFORE[month] as number) - before + (month === 2 && isLeap ? 1 : 0);
  if (day > length) return NO_DAY;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + 1;
  return YEAR_ZERO + year * 365 + leapDays + before + (month > 2 && isLeap ? 1 : 0) + day - 1;
}

/** A fraction of the second, perhaps, and `Z` or an offset. */
function endsAsMoment(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  if (bytes[at] === 0x2e) {
    do at++;
    while (at < to && isDigit(bytes[at] as number));
    if (at === from + 1) return false;
  }
  if (bytes[at] === 0x5a) return at + 1 === to;
  if (bytes[at] !== 0x2b && bytes[at] !== 0x2d) return false;
  const minutes = at + (bytes[at + 3] === 0x3a ? 4 : 3);
  return minutes + 2 === to && pair(bytes, at + 1) >= 0 && pair(bytes, minutes) >= 0;
}

/** The number of two digits; -1 where there are none. */
function pair(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const second = bytes[at + 1] as number;
  return isDigit(first) && isDigit(second) ? first * 10 + second - 0x30 * 11 : -1;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
