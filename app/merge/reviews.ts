import type { Claim } from '../claim.ts';
import type { ProjectData } from '../project.ts';
import { isSame } from '../project-diff.ts';
import { REVIEW_STATES, type Review, type ReviewStep, stepsOf } from '../review.ts';
import type { StoryKey } from '../story.ts';

/** Reviews of all stories. A sign-off of claims that are others by now is reopened: nobody signed these. */
export function mergedReviews(
  base: ProjectData | null,
  mine: ProjectData,
  theirs: ProjectData,
  claims: readonly Claim[],
  { by, at }: { by: string; at: string },
): Review[] {
  const before = new Map(base?.reviews.map((review) => [review.storyKey, review]));
  const sides = [mine, theirs].map((side) => ({
    reviews: new Map(side.reviews.map((review) => [review.storyKey, review])),
    claims: claimsByStory(side.claims),
  }));
  const now = claimsByStory(claims);
  const keys = new Set(sides.flatMap(({ reviews }) => [...reviews.keys()]));
  return [...keys].sort().flatMap((key) => {
    const b = before.get(key) ?? null;
    const [m, t] = sides.map(({ reviews }) => reviews.get(key) ?? null);
    // One that a side took back is gone, unless the other one went on with it.
    if (!(m && t) && b && isSame(b, m ?? t)) return [];
    const review = m && t ? mergeReview(b, m, t) : ((m ?? t) as Review);
    if (review.state !== 'signed-off') return [review];
    const holds = sides.some((side) => {
      const signed = side.reviews.get(key);
      return (
        signed?.state === 'signed-off' &&
        signed.by === review.by &&
        signed.at === review.at &&
        isSame(side.claims.get(key), now.get(key))
      );
    });
    return [holds ? review : { storyKey: key, state: 'in-progress', by, at, why: '', past: stepsOf(review) }];
  });
}

/** In ascending order of id, as project data have them. */
function claimsByStory(claims: readonly Claim[]): Map<StoryKey, Claim[]> {
  const groups = new Map<StoryKey, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.storyKey);
    if (group) group.push(claim);
    else groups.set(claim.storyKey, [claim]);
  }
  return groups;
}

/**
 * One review of two. Changed on one side only: that. Else the steps of both, and of the two states the further one:
 * nothing is lost by it, since every step says who took it and when.
 */
function mergeReview(base: Review | null, mine: Review, theirs: Review): Review {
  if (isSame(mine, theirs)) return mine;
  if (base && isSame(base, mine)) return theirs;
  if (base && isSame(base, theirs)) return mine;
  // Who has the other's last step among the former ones has gone on from there.
  if (goesOn(mine, theirs)) return mine;
  if (goesOn(theirs, mine)) return theirs;
  const steps: ReviewStep[] = [];
  for (const step of [...stepsOf(mine), ...stepsOf(theirs)])
    if (!steps.some((other) => isSame(other, step))) steps.push(step);
  const now = [stepsOf(mine).at(-1), stepsOf(theirs).at(-1)].filter((step) => step !== undefined);
  now.sort((a, b) => rank(b) - rank(a) || compare(b, a));
  const current = now[0] as ReviewStep;
  const past = steps.filter((step) => !isSame(step, current)).sort(compare);
  return { storyKey: mine.storyKey, ...current, past };
}

function goesOn(review: Review, from: Review): boolean {
  const steps = stepsOf(review);
  return stepsOf(from).every((step) => steps.some((other) => isSame(step, other)));
}

function rank({ state }: ReviewStep): number {
  return REVIEW_STATES.indexOf(state);
}

function compare(a: ReviewStep, b: ReviewStep): number {
  const [one, other] = [
    JSON.stringify([a.at, a.by, a.state, a.why]),
    JSON.stringify([b.at, b.by, b.state, b.why]),
  ];
  return one < other ? -1 : one > other ? 1 : 0;
}
