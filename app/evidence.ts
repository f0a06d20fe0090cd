import { z } from 'zod';

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

/** http or https, or empty while nothing is known. Nothing else may become a link. */
const webAddress = z.union([z.literal(''), z.string().regex(/^https?:\/\/\S+$/iu)]);

/** A source that supports or refutes a claim. `publishedAt` is ISO 8601, as exact as it is known. */
export const evidenceSchema = z.object({
  id: z.string().min(1),
  stance: z.enum(STANCES),
  title: z.string(),
  url: webAddress,
  archiveUrl: webAddress,
  publisher: z.string(),
  publishedAt: z.string(),
  quote: z.string(),
  /** A local file by name and SHA-256 in lower-case hexadecimal. */
  file: z.object({ name: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }).nullable(),
  addedAt: z.iso.datetime(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Whether an entry tells anything: one that was only made, or emptied again, is no source for a reader. */
export function isFilled({ title, url, archiveUrl, publisher, publishedAt, quote, file }: Evidence): boolean {
  return (
    file !== null ||
    [title, url, archiveUrl, publisher, publishedAt, quote].some((words) => words.trim() !== '')
  );
}
