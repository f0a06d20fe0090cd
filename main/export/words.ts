import { IntlMessageFormat } from 'intl-messageformat';
import type { ReportLabel } from '../../app/exports/labels.ts';
import type { Translate } from '../../app/exports/translate.ts';
import type { Locale } from '../../app/settings.ts';
import en from '../../resources/locales/en/report.json' with { type: 'json' };
import ja from '../../resources/locales/ja/report.json' with { type: 'json' };

const WORDS: Readonly<Record<Locale, Readonly<Record<ReportLabel, string>>>> = { en, ja };

/** The words of reports in a language. A report of many stories asks for the same ones again and again. */
export function reportWords(locale: Locale): Translate {
  const plain = new Map<ReportLabel, string>();
  const formats = new Map<ReportLabel, IntlMessageFormat>();
  const formatOf = (label: ReportLabel) => {
    const known = formats.get(label);
    if (known) return known;
    const made = new IntlMessageFormat(WORDS[locale][label], locale, undefined, { ignoreTag: true });
    formats.set(label, made);
    return made;
  };
  return (label, values) => {
    if (values) return String(formatOf(label).format(values));
    const known = plain.get(label);
    if (known !== undefined) return known;
    const made = String(formatOf(label).format());
    plain.set(label, made);
    return made;
  };
}
