import type { ReviewState } from './review.ts';
import type { Source } from './story.ts';

/**
 * How many stories a filter would let pass with one choice more or other, so that a person sees before choosing what
 * is there. The counts of each kind are those of the stories that pass all other parts of the filter, as far as the
 * dump is indexed and its query searched.
 */
export interface Facets {
  /** Stories that pass the whole filter. */
  stories: number;
  /** False while a scan or search is still finding stories. */
  complete: boolean;
  /** Most stories first; as many as were asked for, and those that the filter has chosen. */
  sources: SourceFacet[];
  /** How many there are by the name that was asked for. */
  sourcesInAll: number;
  /** Most stories first. */
  languages: { lang: string; stories: number }[];
  /** By state; a story without a review is unread. */
  reviews: Record<ReviewState, number>;
  /** By rating id, `none` for claims that nobody has rated. A story counts for each rating of its claims. */
  ratings: Record<string, number>;
  /** By tag id. A story counts for each tag it has, and for the tags above that. */
  tags: Record<string, number>;
  /** Stories with a claim, tag or note. */
  annotated: number;
  /** Days since 1970-01-01 with the stories of each, in order, without days that have none. */
  days: [day: number, stories: number][];
  /** Stories without a date. */
  undated: number;
}

export interface SourceFacet {
  /** What a filter names the source by: 0 for stories without one. */
  id: number;
  source: Source | null;
  stories: number;
}
