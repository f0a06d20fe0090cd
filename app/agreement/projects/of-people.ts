import type { Claim } from '../../claim.ts';
import type { ProjectData } from '../../project.ts';
import { type ReviewState, stepsOf } from '../../review.ts';
import type { StoryKey } from '../../story.ts';
import type { RatingMark } from '../../verdict.ts';
import { annotatedIn, type Coder, type Rated } from './coder.ts';

/** People who made or rated something in a project, by name in ascending order. What nobody put a name to is nobody's. */
export function peopleOf(data: ProjectData): string[] {
  const names = new Set<string>();
  for (const { createdBy } of [...data.claims, ...data.taggings, ...data.notes]) names.add(createdBy);
  for (const { by } of data.judgements) names.add(by);
  for (const { verdicts, opinions = [] } of data.claims)
    for (const { by } of [...verdicts, ...opinions]) names.add(by);
  names.delete('');
  return [...names].sort();
}

/**
 * A coder a person of one project. What they rated a claim as is the opinion of theirs that a merge kept, since a verdict
 * after it was given in knowledge of the others'; else the last verdict that they gave themselves: the rating that the
 * claim has now may be somebody else's.
 */
export function codersOfPeople(data: ProjectData, people: readonly string[] = peopleOf(data)): Coder[] {
  return people.map((name) => coderOf(name, data));
}

function coderOf(name: string, data: ProjectData): Coder {
  const ratings = new Map<string, Rated | null>();
  for (const claim of data.claims) {
    const last = lastWordOf(name, claim);
    if (last !== undefined) ratings.set(claim.id, last);
  }
  const isTheirs = ({ createdBy }: { createdBy: string }) => createdBy === name;
  const own: ProjectData = {
    ...data,
    claims: data.claims.filter((claim) => isTheirs(claim) || ratings.has(claim.id)),
    taggings: data.taggings.filter(isTheirs),
    notes: data.notes.filter(isTheirs),
    judgements: data.judgements.filter(({ by }) => by === name),
  };
  return {
    name,
    data: own,
    ratingOf: (claim: Claim) => ratings.get(claim.id) ?? null,
    marked: isTheirs,
    reviews: reviewsBy(name, data),
    annotated: annotatedIn(own),
  };
}

/** undefined: the person has not said anything of it. */
function lastWordOf(name: string, { verdicts, opinions = [] }: Claim): Rated | null | undefined {
  const opinion = opinions.findLast(({ by }) => by === name);
  if (opinion) return ratedAs(opinion.rating, `${name} ${opinion.at}`);
  const verdict = verdicts.findLast(({ by }) => by === name);
  return verdict && ratedAs(verdict.to, verdict.id);
}

function ratedAs(rating: RatingMark | null, verdict: string): Rated | null {
  return rating && { id: rating.id, outcome: rating.outcome, verdict };
}

/** The last state that a person put each story into. */
function reviewsBy(name: string, { reviews }: ProjectData): Map<StoryKey, ReviewState> {
  const states = new Map<StoryKey, ReviewState>();
  for (const review of reviews) {
    const last = stepsOf(review).findLast(({ by }) => by === name);
    if (last) states.set(review.storyKey, last.state);
  }
  return states;
}
