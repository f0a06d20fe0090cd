import type { Moment } from '../../text/dates.ts';
import type { PostAddress } from './post-address.ts';

const ON_X = /^https?:\/\/(?:[a-z]+\.)?(?:twitter|x)\.com\//iu;
/** X's ids have held the time since 4 November 2010: milliseconds since this moment, above 22 lower bits. */
const EPOCH = 1_288_834_974_657;
const FIRST = 29_700_859_247n;
const LAST = 2n ** 63n;

/** When a post on X was published, by its id; null where the id does not tell. */
export function momentOfPostId({ link, id }: PostAddress): Moment | null {
  if (!ON_X.test(link)) return null;
  const number = BigInt(id);
  if (number < FIRST || number >= LAST) return null;
  const iso = new Date(EPOCH + Number(number >> 22n)).toISOString();
  return { iso: `${iso.slice(0, 19)}Z`, precision: 'second' };
}
