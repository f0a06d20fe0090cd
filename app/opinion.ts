import { z } from 'zod';
import { richTextSchema } from './rich-text.ts';
import { ratingMarkSchema } from './verdict.ts';

/**
 * What one of several coders held of a claim before their projects became one: kept whatever was decided between them.
 * The claim's own fields say what holds, its verdicts how that came to be.
 */
export const opinionSchema = z.object({
  /** Empty: nobody said who. */
  by: z.string(),
  at: z.iso.datetime(),
  /** As it was called then; null: not rated. */
  rating: ratingMarkSchema.nullable(),
  wording: z.string(),
  rationale: richTextSchema,
  /** The project that it comes from. */
  from: z.object({ projectId: z.string().min(1), title: z.string() }),
});
export type Opinion = z.infer<typeof opinionSchema>;
