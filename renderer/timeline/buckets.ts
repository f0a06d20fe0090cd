const DAY_MS = 86_400_000;

/** How many days a bar of the timeline stands for. A week begins on Monday. */
export const UNITS = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const;
export type Unit = (typeof UNITS)[number];

/** Days since 1970-01-01, first and last. */
export interface DayRange {
  from: number;
  to: number;
}

/** A bar: its days, and how many stories they have. */
export interface Bucket extends DayRange {
  stories: number;
}

export interface Buckets {
  unit: Unit;
  /** In order and without gaps. */
  buckets: Bucket[];
}

const MONTHS: Record<Exclude<Unit, 'day' | 'week'>, number> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};
/** 1970-01-05 was a Monday. */
const MONDAY = 4;

/**
 * Counts by day as bars: by the shortest unit that needs no more than `most` of them.
 * @param days in order, each once
 */
export function bucketsOf(days: readonly (readonly [day: number, stories: number])[], most: number): Buckets {
  const [first] = days[0] ?? [];
  const [last] = days.at(-1) ?? [];
  if (first === undefined || last === undefined) return { unit: 'day', buckets: [] };
  const unit = UNITS.find((candidate) => countOf(first, last, candidate) <= most) ?? 'century';
  const buckets: Bucket[] = [];
  for (let start = startOf(first, unit); start <= last; start = nextStart(start, unit))
    buckets.push({ from: start, to: nextStart(start, unit) - 1, stories: 0 });
  let at = 0;
  for (const [day, stories] of days) {
    while ((buckets[at]?.to ?? day) < day) at += 1;
    const bucket = buckets[at];
    if (bucket) bucket.stories += stories;
  }
  return { unit, buckets };
}

/** The part of the counts that lies within a range. */
export function daysWithin<T extends readonly [number, number]>(
  days: readonly T[],
  range: DayRange | null,
): readonly T[] {
  return range ? days.filter(([day]) => range.from <= day && day <= range.to) : days;
}

export function overlaps(a: DayRange, b: DayRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** From the earlier of two bars to the later one. */
export function rangeOver(a: DayRange, b: DayRange): DayRange {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function countOf(first: number, last: number, unit: Unit): number {
  if (unit === 'day') return last - first + 1;
  if (unit === 'week') return (startOf(last, unit) - startOf(first, unit)) / 7 + 1;
  return Math.floor(monthOf(last) / MONTHS[unit]) - Math.floor(monthOf(first) / MONTHS[unit]) + 1;
}

/** The first day of the unit that a day belongs to. */
function startOf(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day - MONDAY) / 7) * 7 + MONDAY;
  const months = MONTHS[unit];
  return dayOfMonth(Math.floor(monthOf(day) / months) * months);
}

function nextStart(start: number, unit: Unit): number {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  return dayOfMonth(monthOf(start) + MONTHS[unit]);
}

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function dayOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  return Math.floor(date.getTime() / DAY_MS);
}
