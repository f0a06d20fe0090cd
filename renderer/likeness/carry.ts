import type { Anchor } from '../../app/anchor.ts';
import type { Claim } from '../../app/claim.ts';
import type { Command } from '../../app/commands.ts';
import { counterpartOf } from '../../app/likeness/counterpart.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import { findRating } from '../../app/rating-scale.ts';
import { type Story, storyKey } from '../../app/story.ts';
import { markOf } from '../../app/verdict.ts';
import { type Desk, keyOf, newId, withStory } from '../store/annotating.ts';

/** A passage of a claim, and the one that says the same in another story. */
export interface CarriedPassage {
  from: Anchor;
  to: Anchor;
}

/** Where a claim stands in another story; empty where that does not say it. */
export function passagesFor(claim: Claim, story: Story, other: Story): CarriedPassage[] {
  return claim.anchors.flatMap((from) => {
    const to = counterpartOf(from, story, other);
    return to ? [{ from, to }] : [];
  });
}

/** The claims of a story with a verdict, which others of its kind may deserve as well. */
export function ratedClaims(project: Project, dumpId: string, story: Story): Claim[] {
  const { claims } = annotationsOf(project, storyKey(dumpId, story.id));
  return claims.flatMap((id) => project.claims.get(id) ?? []).filter(({ ratingId }) => ratingId !== null);
}

/** Whether a claim was carried to a story before. */
export function isCarried(project: Project, claim: Claim, dumpId: string, other: Story): boolean {
  const { claims } = annotationsOf(project, storyKey(dumpId, other.id));
  return claims.some((id) => project.claims.get(id)?.carriedFrom === claim.id);
}

/**
 * A claim of its own on what another story says, with the verdict, the rationale and the evidence of the one that it
 * comes from. One command: one step of undo.
 * @param desk with the other story on it
 * @param why the reason that the history of the verdict keeps
 */
export function carryClaim(
  desk: Desk,
  claim: Claim,
  passages: readonly CarriedPassage[],
  why: string,
): Command {
  const at = new Date().toISOString();
  const { project, reviewer } = desk;
  const rating = findRating(project.scale, claim.ratingId);
  const carried: Claim = {
    ...claim,
    id: newId(),
    storyKey: keyOf(desk),
    anchors: passages.map(({ to }) => to),
    evidence: claim.evidence.map((entry) => ({ ...entry, id: newId() })),
    verdicts: [{ id: newId(), from: null, to: markOf(rating), by: reviewer, at, why }],
    carriedFrom: claim.id,
    createdAt: at,
    createdBy: reviewer,
  };
  return withStory(desk, { type: 'claim.add', claim: carried });
}
