import { type Moment, readMoment } from '../../text/dates.ts';

/** RFC 3339, W3CDTF and what databases write: `2025-02-08T10:30:05.123+09:00`, `2025-02-08 10:30`, `2025-02`. */
const ISO =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,12})?)?\s{0,3}(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/iu;
/** RFC 5322, section 3.3, its obsolete forms (section 4.3) and RFC 822: `Sat, 8 Feb 2025 10:30:05 +0900`. */
const MAIL =
  /^(?:[a-z]{3,9},?\s{1,4})?(\d{1,2})[\s-]{1,4}([a-z]{3})[a-z]{0,6}[\s-]{1,4}(\d{2,4})(?:,?\s{1,4}(\d{1,2}):(\d\d)(?::(\d\d))?\s{0,4}([+-]\d{4}|[a-z]{1,5})?)?$/iu;
/** What C's `asctime` writes, with a zone in front of or behind the year: `Sat Feb  8 10:30:05 2025`. */
const ASCTIME =
  /^[a-z]{3},?\s{1,4}([a-z]{3})[a-z]{0,6}\s{1,4}(\d{1,2})\s{1,4}(\d{1,2}):(\d\d)(?::(\d\d))?\s{1,4}(?:([a-z]{1,5}|[+-]\d{4})\s{1,4})?(\d{4})(?:\s{1,4}([a-z]{1,5}|[+-]\d{4}))?$/iu;
const COMMENT = /\([^()]{0,40}\)/gu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Those of RFC 5322, section 4.3, and the one that Japanese programs write. Of others nobody can say what they mean. */
const ZONES: Record<string, string> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  edt: '-04:00',
  est: '-05:00',
  cdt: '-05:00',
  cst: '-06:00',
  mdt: '-06:00',
  mst: '-07:00',
  pdt: '-07:00',
  pst: '-08:00',
  jst: '+09:00',
};

/**
 * Reads the dates that programs write into feeds, exports and mail headers, and where it is none of these, those that
 * people write. The offset stays as it is given; where there is none, the time is local. null: this is no date, or
 * the `0000-00-00` of a draft.
 */
export function readTimestamp(text: string): Moment | null {
  const date = text.slice(0, 200).replace(COMMENT, ' ').trim();
  const iso = ISO.exec(date);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return moment([year, month, day, hour, minute, second], zone);
  }
  const mail = MAIL.exec(date);
  if (mail !== null) {
    const [, day, month, year = '', hour, minute, second, zone] = mail;
    return moment([fullYear(year), monthOf(month), day, hour, minute, second], zone);
  }
  const asctime = ASCTIME.exec(date);
  if (asctime !== null) {
    const [, month, day, hour, minute, second, before, year, behind] = asctime;
    return moment([year, monthOf(month), day, hour, minute, second], before ?? behind);
  }
  return readMoment(date);
}

/** RFC 5322, section 4.3: two digits up to 49 are of this century, three count from 1900. */
function fullYear(digits: string): string {
  const year = Number(digits);
  if (digits.length === 2) return String(year + (year < 50 ? 2000 : 1900));
  return digits.length === 3 ? String(year + 1900) : digits;
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
}

type Fields = (string | undefined)[];

function moment(fields: Fields, zone: string | undefined): Moment | null {
  const [year = 0, month, day, hour, minute, second] = fields.map((field) =>
    field === undefined ? undefined : Number(field),
  );
  if (year < 1000 || !within(month, 1, 12)) return null;
  if (month === undefined) return { iso: String(year), precision: 'year' };
  const date = `${year}-${two(month)}`;
  if (day === undefined) return { iso: date, precision: 'month' };
  if (!within(day, 1, new Date(Date.UTC(year, month, 0)).getUTCDate())) return null;
  const whole = `${date}-${two(day)}`;
  if (hour === undefined || minute === undefined) return { iso: whole, precision: 'day' };
  if (!within(hour, 0, 23) || !within(minute, 0, 59) || !within(second, 0, 60)) return null;
  const time = `${whole}T${two(hour)}:${two(minute)}`;
  return second === undefined
    ? { iso: time + offset(zone), precision: 'minute' }
    : { iso: `${time}:${two(Math.min(second, 59))}${offset(zone)}`, precision: 'second' };
}

/** `Z` or `±hh:mm`; empty where the zone is not known. */
function offset(zone: string | undefined): string {
  if (zone === undefined) return '';
  const match = /^([+-])(\d\d):?(\d\d)?$/u.exec(zone);
  if (match === null) return ZONES[zone.toLowerCase()] ?? '';
  const [, sign, hours = '00', minutes = '00'] = match;
  if (Number(hours) > 15 || Number(minutes) > 59) return '';
  return Number(hours) === 0 && Number(minutes) === 0 ? 'Z' : `${sign}${hours}:${minutes}`;
}

const two = (value: number) => String(value).padStart(2, '0');

function within(value: number | undefined, least: number, most: number): boolean {
  return value === undefined || (value >= least && value <= most);
}
