import { fold } from './folding.ts';

/** Days since 1970-01-01, both included; null: open. */
export interface DayRange {
  from: number | null;
  to: number | null;
}

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u;

/**
 * Reads `2025-02-08`, `2025-02`, `2025`, and two of these with `..` between them, of which one may be missing.
 * Japanese ways of writing them are understood as well: `２０２５年２月１日〜８月`. Null for what is no date.
 */
export function readDayRange(value: string): DayRange | null {
  const parts = fold(value, 'usual').text.split(/\.{2,3}|~/u);
  const [first = '', last = first] = parts;
  if (parts.length > 2 || (first === '' && last === '')) return null;
  const from = first === '' ? null : periodOf(first)?.from;
  const to = last === '' ? null : periodOf(last)?.to;
  if (from === undefined || to === undefined) return null;
  return from !== null && to !== null && from > to ? null : { from, to };
}

export function writeDayRange({ from, to }: DayRange): string {
  const [first, last] = [from, to].map((day) => (day === null ? '' : isoOf(day)));
  return first === last ? `${first}` : `${first}..${last}`;
}

/** The days of a date, a month or a year. */
function periodOf(text: string): { from: number; to: number } | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const from = dayOf(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (from === null) return null;
  if (day !== undefined) return { from, to: from };
  const next =
    month === undefined || month === '12'
      ? dayOf(Number(year) + 1, 1, 1)
      : dayOf(Number(year), Number(month) + 1, 1);
  return next === null ? null : { from, to: next - 1 };
}

function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() / DAY_MS : null;
}

function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
