import { z } from 'zod';
import { STANCES } from '../evidence.ts';
import { bilingualSchema, OUTCOMES } from '../rating-scale.ts';
import { TAG_COLOURS } from '../tag.ts';

/** The parts of a set that stand in files as they are. */
export const evidenceRecord = z.object({
  id: z.string().min(1),
  stance: z.enum(STANCES),
  title: z.string(),
  url: z.string(),
  archiveUrl: z.string(),
  capturedAt: z.string(),
  publisher: z.string(),
  publishedAt: z.string(),
  quote: z.string(),
  reliability: z.string(),
  file: z.object({ name: z.string(), sha256: z.string() }).nullable(),
  /** Where it quotes the story stands elsewhere, in the unit of the format. */
  story: z
    .object({ key: z.string().min(1) })
    .nullable()
    .default(null),
});

export const tagRecord = z.object({
  id: z.string().min(1),
  name: z.string(),
  parentId: z.string().nullable(),
  colour: z.enum(TAG_COLOURS).nullable(),
  description: z.string(),
});

export const ratingRecord = z.object({
  id: z.string().min(1),
  label: bilingualSchema,
  meaning: bilingualSchema,
  outcome: z.enum(OUTCOMES),
});

/** What is known of a story beside its text. */
export const storyFacts = {
  key: z.string().min(1),
  lang: z.string(),
  source: z.object({ name: z.string(), handle: z.string().nullable() }).nullable(),
  publishedAt: z.string().nullable(),
  link: z.string().nullable(),
};
