import type { Moment } from '../../text/dates.ts';
import { readTimestamp } from '../reading/timestamps.ts';

/** A date in UTC as WordPress keeps it; null for the zeros of what has none. */
export function gmtMoment(date: string): Moment | null {
  const moment = readTimestamp(date);
  if (moment === null || moment.precision === 'day') return null;
  return /(?:Z|[+-]\d\d:\d\d)$/u.test(moment.iso) ? moment : { ...moment, iso: `${moment.iso}Z` };
}

/** A date in the blog's own time, which the export does not name. */
export function localMoment(date: string): Moment | null {
  return readTimestamp(date);
}
