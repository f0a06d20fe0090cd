import { z } from 'zod';

/**
 * A difference between two people's projects that a person decided on. `id` is its fingerprint, made from what the
 * other project says: merging the same again does not ask again, merging something new does.
 */
export const settledDifferenceSchema = z.object({
  id: z.string().min(1),
  at: z.iso.datetime(),
  by: z.string(),
});
export type SettledDifference = z.infer<typeof settledDifferenceSchema>;
