import { z } from 'zod';
import { REVIEW_STATES } from './review.ts';
import { USUAL_MATCHING } from './search/query.ts';

export const storyFilterSchema = z.strictObject({
  /** Source ids of `stories.facets`; an empty list lets all pass. The same for the other lists. */
  sources: z.array(z.number().int().nonnegative()),
  languages: z.array(z.string()),
  /** Days since 1970-01-01, first and last; null: any, also stories without a date. */
  days: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
  reviews: z.array(z.enum(REVIEW_STATES)),
  /** Rating ids of claims; `none` for claims that nobody has rated. */
  ratings: z.array(z.string()),
  tags: z.array(z.string()),
  /** Only stories with a claim, tag or note. */
  annotated: z.boolean(),
  /** Keys of stories that were picked out, such as those behind a number of the overview. */
  stories: z.array(z.string()).default([]),
  /** In the language of `parseQuery`; empty: any story. */
  query: z.string(),
  matching: z.strictObject({
    /** ひらがな and カタカナ are the same. */
    kana: z.boolean(),
    /** Case and width count. */
    exact: z.boolean(),
  }),
});
export type StoryFilter = z.infer<typeof storyFilterSchema>;

export const EVERY_STORY: StoryFilter = {
  sources: [],
  languages: [],
  days: null,
  reviews: [],
  ratings: [],
  tags: [],
  annotated: false,
  stories: [],
  query: '',
  matching: USUAL_MATCHING,
};
