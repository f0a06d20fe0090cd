import type { Project } from '../../app/project.ts';
import type { Outcome } from '../../app/rating-scale.ts';
import { findRating } from '../../app/rating-scale.ts';

/** Stories of a dump that somebody has finished with. */
export function reviewedStories(project: Project, dumpId: string): number {
  let count = 0;
  for (const review of project.reviews.values()) {
    const done = review.state === 'reviewed' || review.state === 'signed-off';
    if (done && project.stories.get(review.storyKey)?.dumpId === dumpId) count += 1;
  }
  return count;
}

/** Claims of the project by what their verdict comes to. */
export function claimsByOutcome(project: Project): Record<Outcome | 'unrated', number> {
  const counts = { verified: 0, disputed: 0, unresolved: 0, 'out-of-scope': 0, unrated: 0 };
  for (const claim of project.claims.values())
    counts[findRating(project.scale, claim.ratingId)?.outcome ?? 'unrated'] += 1;
  return counts;
}
