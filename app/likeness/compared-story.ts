import type { Precision, Source } from '../story.ts';
import type { Contrast } from './contrast.ts';

/** A story beside another one: what it is, and how what it says differs. */
export interface ComparedStory extends Contrast {
  id: string;
  ordinal: number;
  source: Source | null;
  publishedAt: string | null;
  precision: Precision;
  lang: string;
  lead: string;
}

/** How many other stories there are to look at beside one. */
export interface LikenessCounts {
  /** False: the dump was not looked through for near-duplicates yet. */
  known: boolean;
  /** Near-duplicates. */
  alike: number;
  /** Stories that cite a link of this one and say something else. */
  citing: number;
}

/** Other stories to look at beside one, the earliest first. */
export interface SimilarStories {
  /** `total` may be more than those that were compared. */
  alike: { total: number; stories: ComparedStory[] };
  /** By link: those that say something else. */
  links: { link: string; stories: ComparedStory[] }[];
}
