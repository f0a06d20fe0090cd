import { z } from 'zod';
import { bilingualSchema, OUTCOMES, type Rating } from './rating-scale.ts';

/** A rating as it was called when a verdict was given: the scale may be another one by now. */
export const ratingMarkSchema = z.object({
  id: z.string().min(1),
  label: bilingualSchema,
  outcome: z.enum(OUTCOMES),
});
export type RatingMark = z.infer<typeof ratingMarkSchema>;

/** One change of a claim's rating: who, when, from, to, why. null: no rating. */
export const verdictSchema = z.object({
  id: z.string().min(1),
  from: ratingMarkSchema.nullable(),
  to: ratingMarkSchema.nullable(),
  /** Empty: nobody said who. */
  by: z.string(),
  at: z.iso.datetime(),
  /** Empty: nobody said why. The rationale of the claim says why it holds; this, why it changed. */
  why: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

export function markOf(rating: Rating | null): RatingMark | null {
  return rating && { id: rating.id, label: rating.label, outcome: rating.outcome };
}
