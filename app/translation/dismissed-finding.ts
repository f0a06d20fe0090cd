import { z } from 'zod';

/**
 * A finding that a person looked at and does not want to see again. `id` is the finding's fingerprint, made from its
 * words: it stays the same when the dump grows, and holds wherever the same sentences stand.
 */
export const dismissedFindingSchema = z.object({
  id: z.string().min(1),
  check: z.string().min(1),
  dismissedAt: z.iso.datetime(),
  dismissedBy: z.string(),
});
export type DismissedFinding = z.infer<typeof dismissedFindingSchema>;
