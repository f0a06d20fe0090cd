import type { Claim } from '../claim.ts';
import type { Project } from '../project.ts';
import { findRating } from '../rating-scale.ts';
import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew, refuse } from './checks.ts';
import { indexed } from './story-index.ts';

export const claims: Appliers<'claim.add' | 'claim.edit' | 'claim.remove'> = {
  'claim.add'(project, command) {
    const { claim } = command;
    mustBeNew(project.claims.has(claim.id), 'claim', claim.id);
    known(project.stories.get(claim.storyKey), 'story', claim.storyKey);
    mustBeRating(project, claim.ratingId);
    for (const [place, { id }] of claim.evidence.entries()) {
      mustBeNew(
        claim.evidence.slice(0, place).some((other) => other.id === id),
        'evidence',
        id,
      );
    }
    return {
      project: indexed(
        { ...project, claims: project.claims.set(claim.id, claim) },
        claim.storyKey,
        'claims',
        claim.id,
        true,
      ),
      inverse: { type: 'claim.remove', claimId: claim.id },
    };
  },

  'claim.edit'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    if (command.changes.ratingId !== undefined) mustBeRating(project, command.changes.ratingId);
    return {
      project: withClaim(project, { ...claim, ...given(command.changes) }),
      inverse: { type: 'claim.edit', claimId: claim.id, changes: before(claim, command.changes) },
    };
  },

  'claim.remove'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    return {
      project: indexed(
        { ...project, claims: project.claims.delete(claim.id) },
        claim.storyKey,
        'claims',
        claim.id,
        false,
      ),
      inverse: { type: 'claim.add', claim },
    };
  },
};

function mustBeRating(project: Project, ratingId: string | null): void {
  if (ratingId !== null && !findRating(project.scale, ratingId)) refuse('rating_not_in_scale', ratingId);
}

export function withClaim(project: Project, claim: Claim): Project {
  return { ...project, claims: project.claims.set(claim.id, claim) };
}
