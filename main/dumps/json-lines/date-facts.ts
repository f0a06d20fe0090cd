import { PRECISIONS } from '../../../app/precision.ts';
import { dayOfIso, type Moment, secondsOfIso } from '../../../app/text/dates.ts';
import { NO_DAY, NO_TIME } from '../story-columns.ts';

/** What the index keeps of a date, in one number, since there are hundreds of thousands of them. */
export type DateFacts = number;

const PRECISION_RANGE = 8;
/** Above the seconds of a day. */
const TIME_RANGE = 1 << 17;
const NEVER = TIME_RANGE - 1;

export const NO_DATE: DateFacts = packed(NO_DAY, 0, NO_TIME);

export function factsOfMoment(moment: Moment | null): DateFacts {
  if (moment === null) return NO_DATE;
  const { iso, precision } = moment;
  return packed(dayOfIso(iso), PRECISIONS.indexOf(precision), secondsOfIso(iso) ?? NO_TIME);
}

/**
 * @param day days since 1970-01-01, or `NO_DAY`
 * @param precision place in `PRECISIONS`
 * @param time seconds since midnight, or `NO_TIME`
 */
export function packed(day: number, precision: number, time: number): DateFacts {
  return (day * PRECISION_RANGE + precision) * TIME_RANGE + (time === NO_TIME ? NEVER : time);
}

export function dayIn(date: DateFacts): number {
  return Math.floor(date / (TIME_RANGE * PRECISION_RANGE));
}

export function precisionIn(date: DateFacts): number {
  return Math.floor(date / TIME_RANGE) - dayIn(date) * PRECISION_RANGE;
}

export function timeIn(date: DateFacts): number {
  const time = date - Math.floor(date / TIME_RANGE) * TIME_RANGE;
  return time === NEVER ? NO_TIME : time;
}
