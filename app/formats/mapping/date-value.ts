import { type Moment, readMoment } from '../../text/dates.ts';

/** Unix times before and after these years are no dates of posts. In seconds. */
const EARLIEST = Date.UTC(1990) / 1000;
const LATEST = Date.UTC(2100) / 1000;
/** A Unix time counts seconds, or their thousandth or millionth part. */
const FRACTIONS = [1, 1e3, 1e6];

/** No date is longer, in UTF-16 units. */
const LONGEST = 200;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?=\D*$|[+-])/u;
/** `Wed Oct 10 20:19:24 +0000 2018`, as X writes it. */
const YEAR_LAST =
  /^(?:\w{3},? )?(\w{3}) +(\d{1,2}) (\d{2}:\d{2}:\d{2})(?: ([+-]\d{4}|[A-Z]{3,4}))? (\d{4})$/u;
const DAY_AND_MONTH = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u;
const ZONE = /(?:(?<=\d)\s*|\s+)(Z|UTC|GMT|JST|([+-]\d{2}):?(\d{2}))(?:\s*\([^)]*\))?$/iu;

/**
 * Reads a column's value as a date: Unix time, ISO 8601, and what `readMoment` reads. An offset is kept as it is,
 * UTC as `Z`. `2/8/2025` is only a year, since nobody can tell which number is the month.
 * @returns ISO 8601, cut to its precision; null where the value is no date
 */
export function readDateValue(value: string): Moment | null {
  if (value.length > LONGEST) return null;
  const text = value.normalize('NFKC').trim();
  return unixTime(text) ?? withZone(yearFirst(text));
}

function unixTime(text: string): Moment | null {
  if (!/^\d{9,16}(?:\.\d+)?$/u.test(text)) return null;
  for (const fraction of FRACTIONS) {
    const seconds = Number(text) / fraction;
    if (seconds >= EARLIEST && seconds < LATEST)
      return {
        iso: `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`,
        precision: 'second',
      };
  }
  return null;
}

/** The same date in an order that `readMoment` reads. */
function yearFirst(text: string): string {
  if (/^(?:19|20)\d{2}$/u.test(text)) return `${text}年`;
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [, month, day, time, zone = '', year] = last;
    return `${month} ${day}, ${year} ${time} ${zone}`.trim();
  }
  const digits = DIGITS.exec(text);
  if (digits !== null) {
    const [all, year, month, day, hour, minute, second] = digits;
    const time = hour === undefined ? '' : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
    return `${year}-${month}-${day}${time}${text.slice(all.length)}`;
  }
  const slashes = DAY_AND_MONTH.exec(text);
  if (slashes === null) return text;
  const [all, first = '', sign, second = '', year] = slashes;
  const rest = text.slice(all.length);
  // With full stops the day comes first, in every country that writes dates so.
  if (sign === '.' || Number(first) > 12 || first === second) return `${year}-${second}-${first}${rest}`;
  return Number(second) > 12 ? `${year}-${first}-${second}${rest}` : `${year}年`;
}

function withZone(text: string): Moment | null {
  const moment = readMoment(text);
  if (moment === null || (moment.precision !== 'minute' && moment.precision !== 'second')) return moment;
  const zone = ZONE.exec(text);
  if (zone === null) return moment;
  const [, name = '', hours, minutes] = zone;
  return { ...moment, iso: moment.iso + offsetOf(name.toUpperCase(), hours, minutes) };
}

function offsetOf(name: string, hours: string | undefined, minutes: string | undefined): string {
  if (name === 'JST') return '+09:00';
  if (hours === undefined) return 'Z';
  const offset = `${hours}:${minutes}`;
  return offset === '+00:00' || offset === '-00:00' ? 'Z' : offset;
}
