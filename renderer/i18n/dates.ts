import type { Locale } from '../../app/settings.ts';
import type { Precision } from '../../app/story.ts';

type Known = Exclude<Precision, 'none'>;

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const OPTIONS: Record<Known, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: DAY,
  minute: { ...DAY, ...TIME },
  second: { ...DAY, ...TIME, second: '2-digit' },
};
/** What makes a whole moment of a date that is cut to its precision. */
const REST: Record<Known, string> = {
  year: '-01-01T00:00:00',
  month: '-01T00:00:00',
  day: 'T00:00:00',
  minute: ':00',
  second: '',
};

/**
 * A story's time as it was given, never shifted to where the reader is: two people talk of the same time, and the
 * days are those of the timeline. A byline's has no time zone; a platform's has, and it is named.
 */
export function formatDate(locale: Locale, iso: string | null, precision: Precision): string {
  if (iso === null || precision === 'none') return '';
  const { local, zone } = parted(iso);
  const moment = momentOf(local, precision);
  if (moment === null) return iso;
  const text = formatted(locale, OPTIONS[precision], moment);
  return zone === '' || precision === 'day' ? text : `${text} ${zone}`;
}

export function formatDayAndTime(
  locale: Locale,
  iso: string | null,
  precision: Precision,
): [day: string, time: string] {
  if (iso === null || precision === 'none') return ['', ''];
  const moment = momentOf(parted(iso).local, precision);
  if (moment === null) return [iso, ''];
  const exact = precision === 'minute' || precision === 'second';
  return exact
    ? [formatted(locale, DAY, moment), formatted(locale, TIME, moment)]
    : [formatted(locale, OPTIONS[precision], moment), ''];
}

/** The time as a clock there showed it, and what that clock goes by. */
function parted(iso: string): { local: string; zone: string } {
  const [zone = ''] = /(?<=T.*)(?:Z|[+-]\d{2}:?\d{2})$/u.exec(iso) ?? [];
  return { local: iso.slice(0, iso.length - zone.length), zone: zone === 'Z' ? 'UTC' : zone };
}

function momentOf(local: string, precision: Known): Date | null {
  const moment = new Date(`${local}${REST[precision]}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(locale: Locale, options: Intl.DateTimeFormatOptions, moment: Date): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made.format(moment);
}
