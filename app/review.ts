import { z } from 'zod';

export const REVIEW_STATES = ['unread', 'in-progress', 'reviewed', 'signed-off'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Who put a story into a state, when, and why where it is said: a story that was signed off is reopened for a reason. */
export const reviewStepSchema = z.object({
  state: z.enum(REVIEW_STATES),
  by: z.string(),
  at: z.iso.datetime(),
  why: z.string(),
});
export type ReviewStep = z.infer<typeof reviewStepSchema>;

/** Who looked at a story and when. A story without one is `unread`. */
export const reviewSchema = z.object({
  storyKey: z.string().min(1),
  ...reviewStepSchema.shape,
  why: reviewStepSchema.shape.why.default(''),
  /** The states before this one, the oldest first. */
  past: z.array(reviewStepSchema).default([]),
});
export type Review = z.infer<typeof reviewSchema>;

/** The state that a story is in and all those before it, the oldest first. */
export function stepsOf({ state, by, at, why, past }: Review): ReviewStep[] {
  return [...past, { state, by, at, why }];
}
