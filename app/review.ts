import { z } from 'zod';

export const REVIEW_STATES = ['unread', 'in-progress', 'reviewed', 'signed-off'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Who looked at a story and when. A story without one is `unread`. */
export const reviewSchema = z.object({
  storyKey: z.string().min(1),
  state: z.enum(REVIEW_STATES),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Review = z.infer<typeof reviewSchema>;
