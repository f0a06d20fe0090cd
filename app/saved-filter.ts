import { z } from 'zod';
import { REVIEW_STATES } from './review.ts';
import { storySortSchema } from './story-sort.ts';

/** A source by what it is called: its number differs from dump to dump. null: stories without one. */
const sourceName = z.object({ name: z.string(), handle: z.string().nullable() }).nullable();

/** What a list shows, as `StoryFilter` has it, so that it means the same in another dump and another year. */
export const keptFilterSchema = z.object({
  sources: z.array(sourceName),
  languages: z.array(z.string()),
  /** Days since 1970-01-01, first and last. */
  days: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  reviews: z.array(z.enum(REVIEW_STATES)),
  ratings: z.array(z.string()),
  tags: z.array(z.string()),
  annotated: z.boolean(),
  /** Keys of stories that were picked out. */
  stories: z.array(z.string()).default([]),
  query: z.string(),
  matching: z.object({ kana: z.boolean(), exact: z.boolean() }),
});
export type KeptFilter = z.infer<typeof keptFilterSchema>;

/** A filter with the order of its list, under a name that a person gave it. */
export const savedFilterSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1),
  filter: keptFilterSchema,
  sort: storySortSchema,
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;
