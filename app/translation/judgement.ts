import { z } from 'zod';
import { anchorSchema } from '../anchor.ts';

/**
 * How faithful a translation is, in the order of its keys. `missing`: nothing translates these words, or something of
 * them is left out; `added`: the translation says what the original does not. No word of whether it is true: a verdict
 * on a claim says that.
 */
export const FIDELITIES = ['faithful', 'partial', 'wrong', 'missing', 'added'] as const;
export type Fidelity = (typeof FIDELITIES)[number];

/**
 * A person's judgement of a stretch of the original and the one that translates it. It stands by its own anchors, so
 * that it holds whatever becomes of the pairs around it; one of them is null where a side says nothing.
 */
export const judgementSchema = z
  .object({
    id: z.string().min(1),
    storyKey: z.string().min(1),
    original: anchorSchema.nullable(),
    translation: anchorSchema.nullable(),
    fidelity: z.enum(FIDELITIES),
    comment: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .refine((judgement) => judgement.original !== null || judgement.translation !== null, {
    message: 'a judgement sits on at least one anchor',
  });
export type Judgement = z.infer<typeof judgementSchema>;

/** By where they stand in the original; what was added stands behind what its place in the translation follows. */
export function inReadingOrder(judgements: readonly Judgement[]): Judgement[] {
  const translated = judgements.filter(({ translation }) => translation !== null);
  const placeOf = ({ original, translation }: Judgement): number => {
    if (original) return original.start;
    const before = translated.filter(
      (other) => other.original && (other.translation?.start ?? 0) < (translation?.start ?? 0),
    );
    return Math.max(-1, ...before.map((other) => (other.original?.start ?? 0) + 0.5));
  };
  return [...judgements].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      (a.translation?.start ?? 0) - (b.translation?.start ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}
