import { z } from 'zod';
import { anchorSchema } from './anchor.ts';

/**
 * Colours of tags by name; each host theme and the report give every name a shade that is legible there (and told
 * apart by people who do not see red and green alike: the order follows Okabe and Ito, https://jfly.uni-koeln.de/color/).
 */
export const TAG_COLOURS = ['blue', 'orange', 'green', 'pink', 'sky', 'red', 'yellow', 'grey'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

/** An entry of the project's codebook. */
export const tagSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1),
  colour: z.enum(TAG_COLOURS),
  parentId: z.string().nullable(),
  description: z.string(),
});
export type Tag = z.infer<typeof tagSchema>;

/** One use of a tag: on an anchor, or on the whole story where `anchor` is null. */
export const taggingSchema = z.object({
  id: z.string().min(1),
  tagId: z.string().min(1),
  storyKey: z.string().min(1),
  anchor: anchorSchema.nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Tagging = z.infer<typeof taggingSchema>;
