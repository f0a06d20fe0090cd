import type { Claim } from '../../claim.ts';
import type { ProjectData } from '../../project.ts';
import { findRating, type Outcome } from '../../rating-scale.ts';
import type { ReviewState } from '../../review.ts';
import type { StoryKey } from '../../story.ts';

/** What a coder rated a claim as. */
export interface Rated {
  id: string;
  outcome: Outcome;
  /** Id of the verdict that said so; null where the project does not tell. */
  verdict: string | null;
}

/**
 * One of those who are compared. Their annotations are named as those of the first coder: the same story has the same
 * key, the same tag the same id.
 */
export interface Coder {
  name: string;
  /** The claims are those that the coder made or rated; all else is what the coder made. */
  data: ProjectData;
  ratingOf(claim: Claim): Rated | null;
  /** Whether the coder marked the words of a claim, and did not only rate it. */
  marked(claim: Claim): boolean;
  /** How far the coder is with a story. */
  reviews: ReadonlyMap<StoryKey, ReviewState>;
  /** Stories with anything of the coder's in the margin. */
  annotated: ReadonlySet<StoryKey>;
}

/** By the scale of their own project; null also where the scale does not have the rating. */
export function ratedBy({ scale }: Pick<ProjectData, 'scale'>, { ratingId, verdicts }: Claim): Rated | null {
  const rating = findRating(scale, ratingId);
  return rating && { id: rating.id, outcome: rating.outcome, verdict: verdicts.at(-1)?.id ?? null };
}

/** Stories with something in their margins. */
export function annotatedIn(
  data: Pick<ProjectData, 'claims' | 'taggings' | 'notes' | 'judgements'>,
): Set<StoryKey> {
  const lists = [data.claims, data.taggings, data.notes, data.judgements];
  return new Set(lists.flatMap((list) => list.map(({ storyKey }) => storyKey)));
}
