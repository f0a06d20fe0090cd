import { IntlMessageFormat } from 'intl-messageformat';
import type { Problem } from '../../app/problem.ts';
import type { Locale } from '../../app/settings.ts';
import type { Precision } from '../../app/story.ts';
import { formatDate, formatDayAndTime } from './dates.ts';
import { ERRORS, MESSAGES, type MessageKey } from './messages.ts';

export type Values = Record<string, string | number>;

/** Everything that depends on the language of the interface. */
export interface Translator {
  locale: Locale;
  /** The message of a key, with its values put in. */
  t(key: MessageKey, values?: Values): string;
  /** What happened, where, and what to do next. */
  problem(problem: Problem): string;
  /** A story's time, as exact as it is known. */
  date(iso: string | null, precision: Precision): string;
  /** The day of it, and the time of day, which may not be known. */
  dayAndTime(iso: string | null, precision: Precision): [day: string, time: string];
  /** The time of day of a moment, in the person's own time zone. */
  clock(iso: string): string;
  dateTime(iso: string): string;
  number(value: number): string;
  /** The name of a language. */
  language(tag: string): string;
  bytes(value: number): string;
}

export function createTranslator(locale: Locale): Translator {
  const formats = new Map<string, IntlMessageFormat>();
  const format = (pattern: string, values: Values) => {
    let made = formats.get(pattern);
    if (!made) {
      made = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
      formats.set(pattern, made);
    }
    return String(made.format(values));
  };
  const numbers = new Intl.NumberFormat(locale);
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const t: Translator['t'] = (key, values = {}) => format(MESSAGES[locale][key], values);

  return {
    locale,
    t,
    problem: ({ code, params }) => format(ERRORS[locale][code] ?? code, params),
    date: (iso, precision) => formatDate(locale, iso, precision),
    dayAndTime: (iso, precision) => formatDayAndTime(locale, iso, precision),
    clock: (iso) => clock.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    number: (value) => numbers.format(value),
    language: (tag) => (tag === 'und' ? t('language.unknown') : (languages.of(tag) ?? tag)),
    bytes: (value) => {
      const units = ['B', 'kB', 'MB', 'GB', 'TB'];
      const step = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
      return `${decimals.format(value / 1000 ** step)} ${units[step]}`;
    },
  };
}
