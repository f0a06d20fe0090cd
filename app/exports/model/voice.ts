import type { Locale } from '../../settings.ts';
import { readableDate } from '../dates.ts';
import type { ReportLabel } from '../labels.ts';
import type { Report } from '../report.ts';
import type { Inline, Label, Look } from './inline.ts';

/** Speaks the languages of a report. */
export interface Voice {
  /** Words of `report.json`. */
  say(label: ReportLabel, values?: Readonly<Record<string, string | number>>): Label;
  /** Words that exist in both languages, as those of a rating scale do. */
  both(words: Readonly<Record<Locale, string>>): Label;
  /** A moment, in the main language alone: figures are read in any. */
  time(iso: string, look?: Look): Inline;
  /** A language by its BCP 47 tag, such as “English”; the tag itself where nobody knows it. */
  language(tag: string): Label;
}

export function voiceOf({ locale, translate, other }: Report): Voice {
  const label = (main: string, second: string | null): Label => ({
    main,
    other: second === main ? null : second,
  });
  const plain = new Map<ReportLabel, Label>();
  return {
    say(name, values) {
      if (values) return label(translate(name, values), other ? other.translate(name, values) : null);
      const known = plain.get(name);
      if (known) return known;
      const made = label(translate(name), other ? other.translate(name) : null);
      plain.set(name, made);
      return made;
    },
    both: (words) => label(words[locale], other ? words[other.locale] : null),
    time: (iso, look = {}) => ({ kind: 'time', iso, readable: readableDate(iso, locale), ...look }),
    language: (tag) => label(nameOf(tag, locale), other ? nameOf(tag, other.locale) : null),
  };
}

/** Both languages on one line, for places that hold plain text. */
export function plainLabel({ main, other }: Label): string {
  return other === null ? main : `${main} / ${other}`;
}

function nameOf(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A tag that is not well-formed.
    return tag;
  }
}
