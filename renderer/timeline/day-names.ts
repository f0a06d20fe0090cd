import type { Locale } from '../../app/settings.ts';
import type { DayRange, Unit } from './buckets.ts';

const DAY_MS = 86_400_000;
/** The last day that a program's calendar has. */
const FURTHEST = 100_000_000;

const WHOLE_UNITS: Partial<Record<Unit, Intl.DateTimeFormatOptions>> = {
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
};

/** The name of a bar's days: a day, a month, a year, or from one day to another. */
export function bucketName(locale: Locale, range: DayRange, unit: Unit): string {
  const whole = WHOLE_UNITS[unit];
  return whole ? formatted(locale, whole, range.from) : rangeName(locale, range);
}

export function rangeName(locale: Locale, { from, to }: DayRange): string {
  const day = formatFor(locale, { year: 'numeric', month: 'short', day: 'numeric' });
  return from === to ? day.format(moment(from)) : day.formatRange(moment(from), moment(to));
}

/** As long as is needed beside the axis of a timeline. */
export function axisName(locale: Locale, day: number, unit: Unit): string {
  if (unit === 'day' || unit === 'week') return rangeName(locale, { from: day, to: day });
  const months = unit === 'month' || unit === 'quarter';
  return formatted(locale, months ? { year: 'numeric', month: 'short' } : { year: 'numeric' }, day);
}

/** ISO 8601, as a date field wants it. */
export function isoOf(day: number): string {
  return new Date(moment(day)).toISOString().slice(0, 10);
}

/** Null for what is no date. */
export function dayOfField(iso: string): number | null {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(ms) ? null : Math.floor(ms / DAY_MS);
}

function formatted(locale: Locale, options: Intl.DateTimeFormatOptions, day: number): string {
  return formatFor(locale, options).format(moment(day));
}

function moment(day: number): number {
  return Math.max(-FURTHEST, Math.min(day, FURTHEST)) * DAY_MS;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A story's day is that of its byline, wherever the reader is. */
function formatFor(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}
