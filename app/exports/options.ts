import { z } from 'zod';
import { LOCALES, type Locale } from '../locale.ts';

/**
 * What a report is laid out for: everything, the claims alone, a review of the translation, one page a claim, or a
 * table that sums it up.
 */
export const REPORT_TEMPLATES = ['full', 'claims', 'translation', 'claim-pages', 'summary'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

/** Pictures that every format of a report can show. */
export const LOGO_TYPES = ['image/png', 'image/jpeg'] as const;
/** Of a logo, before it is base64. */
export const MOST_LOGO_BYTES = 2 * 1024 * 1024;

export const reportOptionsSchema = z.strictObject({
  template: z.enum(REPORT_TEMPLATES),
  /** One, or two for a bilingual report, whose main one comes first. */
  languages: z
    .array(z.enum(LOCALES))
    .min(1)
    .max(2)
    .refine((languages) => new Set(languages).size === languages.length, 'twice the same language'),
  /** Who signs the report; empty: nobody does. */
  author: z.string(),
  /** Plain text; blank lines part paragraphs. */
  introduction: z.string(),
  logo: z
    .strictObject({
      type: z.enum(LOGO_TYPES),
      base64: z.base64().max(Math.ceil(MOST_LOGO_BYTES / 3) * 4),
    })
    .nullable(),
});
/** What the person who exports decides about a report, besides its title, its format and its stories. */
export type ReportOptions = z.infer<typeof reportOptionsSchema>;

export type Logo = NonNullable<ReportOptions['logo']>;

/** A report as it is where nobody decides anything. */
export function plainOptions(locale: Locale): ReportOptions {
  return { template: 'full', languages: [locale], author: '', introduction: '', logo: null };
}
