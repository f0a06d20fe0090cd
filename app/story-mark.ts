import { z } from 'zod';

/** States that many stories can be put into at once. A sign-off is given story by story. */
export const BULK_STATES = ['unread', 'in-progress', 'reviewed'] as const;

/** What is done to many stories at once. */
export const storyMarkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('review'), state: z.enum(BULK_STATES) }),
  /** On the whole story; taken off, every use on the whole story. */
  z.strictObject({ kind: z.literal('tag'), tagId: z.string().min(1) }),
  z.strictObject({ kind: z.literal('untag'), tagId: z.string().min(1) }),
]);
export type StoryMark = z.infer<typeof storyMarkSchema>;

/** Stories that are marked by one command: its line in the journal stays below some ten megabytes. */
export const MOST_MARKED = 20_000;

/** What a mark changes, or has changed. */
export interface Marked {
  /** Stories that were chosen. */
  stories: number;
  /** Those that are not so already. */
  changed: number;
  /** Of these, those that come into the project by it. */
  added: number;
  /** Stories that were signed off, which stay as they are: each is reopened by itself, for a reason. */
  signedOff: number;
}
