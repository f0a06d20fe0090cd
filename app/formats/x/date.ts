import type { Moment } from '../../text/dates.ts';
import { readTimestamp } from '../reading/timestamps.ts';

/** Ids say when a post was made since 4 November 2010: milliseconds after this moment, in their upper bits. */
const SNOWFLAKE_EPOCH = 1_288_834_974_657;
const FIRST_SNOWFLAKE = 10_000_000_000_000;
/** Archives up to 2018 have no time of day for posts before it. */
const DAY_ONLY = /^(\d{4}-\d\d-\d\d)T00:00:00Z$/u;
const FIRST_TIME = '2010-11-05';

/** When a post was made, by what the record says, else by its id. */
export function dateOfPost(written: string, id: string): Moment | null {
  const moment = written === '' ? null : readTimestamp(written);
  if (moment === null) return dateOfId(id);
  const day = DAY_ONLY.exec(moment.iso)?.[1];
  return day !== undefined && day < FIRST_TIME ? { iso: day, precision: 'day' } : moment;
}

function dateOfId(id: string): Moment | null {
  if (!/^\d{14,20}$/u.test(id) || Number(id) < FIRST_SNOWFLAKE) return null;
  const moment = new Date(Number(BigInt(id) >> 22n) + SNOWFLAKE_EPOCH);
  return { iso: `${moment.toISOString().slice(0, 19)}Z`, precision: 'second' };
}
