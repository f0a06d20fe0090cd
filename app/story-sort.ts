import { z } from 'zod';

/** What a list of stories can be sorted by. `length` is that of a story's bytes. */
export const SORT_KEYS = ['dump', 'date', 'source', 'length', 'annotations'] as const;
export type SortBy = (typeof SORT_KEYS)[number];

/**
 * How a list is sorted. Stories that are equal stand in dump order, whichever way the list goes; those without a date
 * or source stand last.
 */
export const storySortSchema = z.strictObject({ by: z.enum(SORT_KEYS), descending: z.boolean() });
export type StorySort = z.infer<typeof storySortSchema>;

export const DUMP_ORDER: StorySort = { by: 'dump', descending: false };
