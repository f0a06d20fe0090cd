import { z } from 'zod';
import { richTextSchema } from './rich-text.ts';

/** What people wrote about a story as a whole. A story has one at most. */
export const storyNoteSchema = z.object({
  storyKey: z.string().min(1),
  words: richTextSchema,
  /** Who wrote in it last, and when. */
  by: z.string(),
  at: z.iso.datetime(),
});
export type StoryNote = z.infer<typeof storyNoteSchema>;
