import { z } from 'zod';
import { type Anchor, type AnchoredText, anchorSchema, type Resolution, resolve } from '../anchor.ts';
import { recordKeySchema } from '../id.ts';

/** A sentence that a person does not want suggested any more, and who said so when. */
export const dismissalSchema = z.strictObject({
  id: recordKeySchema,
  anchor: anchorSchema,
  at: z.iso.datetime(),
  by: z.string(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** The dismissed sentences of one story, in ascending order of id. A story without any has no record. */
export const dismissedSchema = z.object({
  storyKey: z.string().min(1),
  sentences: z.array(dismissalSchema).min(1),
});
export type Dismissed = z.infer<typeof dismissedSchema>;

interface Range {
  start: number;
  end: number;
}

/**
 * Where anchors stand in a text that may have changed since, in UTF-16 units. Nothing is shown there, only no longer
 * suggested, so a place that is merely likely will do: of several, all of them.
 */
export function placesOf(anchors: readonly Anchor[], story: AnchoredText): Range[] {
  return anchors.flatMap((anchor) => rangesOf(resolve(anchor, story)));
}

function rangesOf(found: Resolution): Range[] {
  switch (found.kind) {
    case 'exact':
    case 'moved':
      return [found.anchor];
    case 'ambiguous':
      return found.candidates;
    case 'orphan':
      return [];
  }
}
