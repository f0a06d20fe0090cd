import type { ReportOptions } from '../../../../app/exports/options.ts';
import type { Report } from '../../../../app/exports/report.ts';
import type { Locale } from '../../../../app/settings.ts';
import { reportWords } from '../../../../main/export/words.ts';

/** A picture of one pixel. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Somebody decided everything about the report. */
export function optionsFor(template: ReportOptions['template'], languages: readonly Locale[]): ReportOptions {
  return {
    template,
    languages: [...languages],
    author: '佐伯 澪 & <desk>',
    introduction: 'What was checked.\nAnd how.\n\n第二段落。',
    logo: { type: 'image/png', base64: PIXEL },
  };
}

/** The words of a report in one language, or two. */
export function otherLanguage(languages: readonly Locale[]): Pick<Report, 'locale' | 'translate' | 'other'> {
  const [locale = 'en', second] = languages;
  return {
    locale,
    translate: reportWords(locale),
    other: second ? { locale: second, translate: reportWords(second) } : null,
  };
}
