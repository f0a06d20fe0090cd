import { z } from 'zod';
import { reportOptionsSchema } from './exports/options.ts';
import { LOCALES, type Locale } from './locale.ts';

export { LOCALES, type Locale } from './locale.ts';

/** What a person set up on this computer; kept apart from projects. */
export const settingsSchema = z.object({
  locale: z.enum(['system', ...LOCALES]),
  theme: z.enum(['system', 'light', 'dark']),
  /** The name that reviews, claims and notes are signed with. */
  reviewer: z.string(),
  /** CSS pixels of the reading view's text. */
  textSize: z.number().int().min(12).max(32),
  /** The reading view's letters: gothic or mincho, as the computer has them. */
  readingFont: z.enum(['sans', 'serif']),
  /** Of the reading view, as a multiple of the text's size. */
  lineHeight: z.number().min(1.3).max(2.6),
  /** Stories are read from top to bottom and from right to left; those beside their translation are not. */
  vertical: z.boolean(),
  /** The tour through the program was taken or declined. */
  tourSeen: z.boolean(),
  /** The timeline stands above the list of stories. */
  timeline: z.boolean(),
  /** Queries that were used last, newest first. */
  recentQueries: z.array(z.string()),
  /** Keys that were changed, by action; an empty list takes an action's keys away. */
  keys: z.record(z.string(), z.array(z.string())),
  /** What the last report was made with, for the next one; each has an introduction of its own. */
  lastReport: reportOptionsSchema.omit({ introduction: true }).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  locale: 'system',
  theme: 'system',
  reviewer: '',
  textSize: 17,
  readingFont: 'sans',
  lineHeight: 1.85,
  vertical: false,
  tourSeen: false,
  timeline: false,
  recentQueries: [],
  keys: {},
  lastReport: null,
};

/** The interface language for a list of preferred BCP 47 tags. */
export function localeFor(setting: Settings['locale'], preferred: readonly string[]): Locale {
  if (setting !== 'system') return setting;
  for (const tag of preferred) {
    const found = LOCALES.find((locale) => tag.toLowerCase().startsWith(locale));
    if (found) return found;
  }
  return 'en';
}
