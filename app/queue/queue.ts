import { z } from 'zod';
import { REVIEW_STATES } from '../review.ts';

export const QUEUE_ORDERS = ['oldest', 'newest', 'dump'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];
export const EVIDENCE_ASKED = ['any', 'with', 'without'] as const;

/**
 * Which claims, or stories, are to be worked through, and in which order. An empty list lets all pass; a story passes
 * where it, or one of its claims, does.
 */
export const queueSchema = z.object({
  of: z.enum(['claims', 'stories']),
  /** States of the story's review. */
  reviews: z.array(z.enum(REVIEW_STATES)),
  /** Rating ids; `none` for claims that nobody has rated. */
  ratings: z.array(z.string()),
  /** Tag ids; a tag below one of them counts as well. */
  tags: z.array(z.string()),
  /** A part of the name or handle of the story's source. */
  source: z.string(),
  /** A part of the claim's wording or quoted words. */
  words: z.string(),
  /** Only claims with figures in them. */
  figures: z.boolean(),
  evidence: z.enum(EVIDENCE_ASKED),
  /** By the date of the story; those without one come last. */
  order: z.enum(QUEUE_ORDERS),
});
export type Queue = z.infer<typeof queueSchema>;

/** A queue under a name that a person gave it. */
export const savedQueueSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1),
  queue: queueSchema,
});
export type SavedQueue = z.infer<typeof savedQueueSchema>;

export const EVERY_CLAIM: Queue = {
  of: 'claims',
  reviews: [],
  ratings: [],
  tags: [],
  source: '',
  words: '',
  figures: false,
  evidence: 'any',
  order: 'oldest',
};
