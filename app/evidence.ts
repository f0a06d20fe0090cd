import { z } from 'zod';
import { anchorSchema } from './anchor.ts';

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

/** http or https, or empty while nothing is known. Nothing else may become a link. */
const webAddress = z.union([z.literal(''), z.string().regex(/^https?:\/\/\S+$/iu)]);

/** Words of another story of the project: where they stand there. They are found again as that story's own annotations are. */
export const storyQuoteSchema = z.object({ storyKey: z.string().min(1), anchor: anchorSchema });
export type StoryQuote = z.infer<typeof storyQuoteSchema>;

/** What a person says of a source. Without defaults: what an edit does not name it leaves alone. */
export const evidenceFields = z.object({
  stance: z.enum(STANCES),
  title: z.string(),
  url: webAddress,
  archiveUrl: webAddress,
  /** When the archived copy was made, ISO 8601, as exact as it is known. */
  capturedAt: z.string(),
  publisher: z.string(),
  /** ISO 8601, as exact as it is known. */
  publishedAt: z.string(),
  quote: z.string(),
  /** Why this source is to be trusted, or not. */
  reliability: z.string(),
  /** A local file by name and SHA-256 in lower-case hexadecimal; its copy is kept among the project's attachments. */
  file: z.object({ name: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }).nullable(),
  story: storyQuoteSchema.nullable(),
});

/** A source that supports or refutes a claim. */
export const evidenceSchema = z.object({
  id: z.string().min(1),
  ...evidenceFields.shape,
  capturedAt: evidenceFields.shape.capturedAt.default(''),
  reliability: evidenceFields.shape.reliability.default(''),
  story: evidenceFields.shape.story.default(null),
  addedAt: z.iso.datetime(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Whether an entry names a source: one that was only made, or emptied again, is none for a reader. */
export function isFilled(entry: Evidence): boolean {
  const { title, url, archiveUrl, publisher, publishedAt, quote, file, story } = entry;
  return (
    file !== null ||
    story !== null ||
    [title, url, archiveUrl, publisher, publishedAt, quote].some((words) => words.trim() !== '')
  );
}
