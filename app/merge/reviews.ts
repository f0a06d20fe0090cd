import { isSame } from '../project-diff.ts';
import { REVIEW_STATES, type Review, type ReviewStep, stepsOf } from '../review.ts';

/**
 * One review of two. Changed on one side only: that. Else the steps of both, and of the two states the further one:
 * nothing is lost by it, since every step says who took it and when.
 */
export function mergeReview(base: Review | null, mine: Review, theirs: Review): Review {
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
