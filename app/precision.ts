/** How exactly a byline gives the time. `none`: the story has no date. */
export const PRECISIONS = ['none', 'year', 'month', 'day', 'minute', 'second'] as const;
export type Precision = (typeof PRECISIONS)[number];
