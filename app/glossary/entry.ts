import { z } from 'zod';

const words = z.string().trim().min(1);
const language = z.string().trim().min(1);

/** A wording and how the project translates it. */
export const glossaryEntrySchema = z.object({
  id: z.string().min(1),
  source: words,
  /** BCP 47. */
  sourceLang: language,
  target: words,
  targetLang: language,
  /** Other translations that are right as well, such as another spelling in katakana. */
  variants: z.array(words),
  note: z.string(),
});
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;

/** What an entry says, whoever gave it an id. */
export type GlossaryContent = Omit<GlossaryEntry, 'id'>;

/** Entries of one key are about the same wording; a glossary has one of them. */
export function glossaryKey({ source, sourceLang, targetLang }: GlossaryContent): string {
  return JSON.stringify([source.normalize('NFC'), sourceLang.toLowerCase(), targetLang.toLowerCase()]);
}
