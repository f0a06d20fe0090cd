import { z } from 'zod';
import { anchorSchema } from './anchor.ts';

/**
 * Colours of tags by name; each host theme and the report give every name a shade that is legible there (and told
 * apart by people who do not see red and green alike: the order follows Okabe and Ito, https://jfly.uni-koeln.de/color/).
 */
export const TAG_COLOURS = ['blue', 'orange', 'green', 'pink', 'sky', 'red', 'yellow', 'grey'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

const tagFields = {
  name: z.string().trim().min(1),
  colour: z.enum(TAG_COLOURS),
  parentId: z.string().nullable(),
  description: z.string(),
  /** Words that the tag fits, to show what is meant by it. */
  examples: z.array(z.string()).readonly(),
  /** Keys that put the tag on something, as `KeyboardEvent.key` with `Mod+`, `Alt+`, `Shift+` before it; empty: none. */
  shortcut: z.string(),
  /** Where it stands among its siblings, a key of `order-key.ts`; empty: after those that have one, by name. */
  order: z.string().regex(/^(?:[0-9a-z]*[1-9a-z])?$/u),
};

/** An entry of the project's codebook. */
export const tagSchema = z.object({
  id: z.string().min(1),
  ...tagFields,
  examples: tagFields.examples.default([]),
  shortcut: tagFields.shortcut.default(''),
  order: tagFields.order.default(''),
});
export type Tag = z.infer<typeof tagSchema>;

/** What can be changed of a tag: without defaults, so that a change says nothing of what it does not name. */
export const tagChangesSchema = z.strictObject(z.object(tagFields).partial().shape);

/** What a tag has that nobody said more about than its name. */
export const PLAIN_TAG = { description: '', examples: [] as readonly string[], shortcut: '', order: '' };

/** One use of a tag: on an anchor, or on the whole story where `anchor` is null. */
export const taggingSchema = z.object({
  id: z.string().min(1),
  tagId: z.string().min(1),
  storyKey: z.string().min(1),
  anchor: anchorSchema.nullable(),
  /** Why this tag, here: plain text. */
  memo: z.string().default(''),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Tagging = z.infer<typeof taggingSchema>;
