import { z } from 'zod';
import { anchorSchema } from './anchor.ts';
import { evidenceSchema } from './evidence.ts';
import { recordKeySchema } from './id.ts';
import { opinionSchema } from './opinion.ts';
import { richTextSchema } from './rich-text.ts';
import { verdictSchema } from './verdict.ts';

/** A checkable statement. `ratingId` names a rating of the project's scale; null while nobody has rated it. */
export const claimSchema = z.object({
  id: recordKeySchema,
  storyKey: z.string().min(1),
  anchors: z.array(anchorSchema).min(1),
  /** The statement in the checker's words, so that it can be checked by itself. */
  wording: z.string(),
  /** Who claims it. */
  claimant: z.string(),
  ratingId: z.string().nullable(),
  rationale: richTextSchema,
  evidence: z.array(evidenceSchema),
  /** How the rating came to be what it is, the newest last. A change of scale and older versions leave none. */
  verdicts: z.array(verdictSchema).default([]),
  /**
   * Id of the claim of a near-duplicate story that a person took this one over from; null where it was made here. That
   * claim may be another one by now, or gone.
   */
  carriedFrom: z.string().min(1).nullable().default(null),
  /** What other coders held of it, in order of time; missing where nobody else said anything. */
  opinions: z.array(opinionSchema).optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Claim = z.infer<typeof claimSchema>;
