import { z } from 'zod';

/** A run of the story's text in UTF-16 units, and what stood there: so that a change of the dump is noticed. */
const quotedRangeSchema = z
  .object({
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    quote: z.string().min(1),
  })
  .refine((range) => range.end - range.start === range.quote.length, {
    message: 'the quote is not as long as the range',
  });

const storedPairSchema = z
  .object({ original: z.array(quotedRangeSchema), translation: z.array(quotedRangeSchema) })
  .refine((pair) => pair.original.length + pair.translation.length > 0, {
    message: 'a pair has no sentences',
  });
export type StoredPair = z.infer<typeof storedPairSchema>;

/**
 * How a person paired the sentences of a story with those of its translation: all pairs, in order. A story without one
 * has the pairs that the program suggests.
 */
export const alignmentSchema = z.object({
  storyKey: z.string().min(1),
  pairs: z.array(storedPairSchema),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Alignment = z.infer<typeof alignmentSchema>;
