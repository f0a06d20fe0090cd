import { storiesCitedBy } from '../citations.ts';
import type { Project } from '../project.ts';
import { findRating } from '../rating-scale.ts';
import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew, refuse } from './checks.ts';
import { withClaim } from './citing.ts';
import { indexed } from './story-index.ts';

export const claims: Appliers<'claim.add' | 'claim.edit' | 'claim.remove'> = {
  'claim.add'(project, command) {
    const { claim } = command;
    mustBeNew(project.claims.has(claim.id), 'claim', claim.id);
    known(project.stories.get(claim.storyKey), 'story', claim.storyKey);
    mustBeRating(project, claim.ratingId);
    mustDiffer(claim.evidence, 'evidence');
    mustDiffer(claim.verdicts, 'verdict');
    for (const key of storiesCitedBy(claim)) known(project.stories.get(key), 'story', key);
    return {
      project: indexed(withClaim(project, claim.id, claim), claim.storyKey, 'claims', claim.id, true),
      inverse: { type: 'claim.remove', claimId: claim.id },
    };
  },

  'claim.edit'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    if (command.changes.ratingId !== undefined) mustBeRating(project, command.changes.ratingId);
    return {
      project: withClaim(project, claim.id, { ...claim, ...given(command.changes) }),
      inverse: { type: 'claim.edit', claimId: claim.id, changes: before(claim, command.changes) },
    };
  },

  'claim.remove'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    return {
      project: indexed(withClaim(project, claim.id, null), claim.storyKey, 'claims', claim.id, false),
      inverse: { type: 'claim.add', claim },
    };
  },
};

export function mustBeRating(project: Project, ratingId: string | null): void {
  if (ratingId !== null && !findRating(project.scale, ratingId)) refuse('rating_not_in_scale', ratingId);
}

function mustDiffer(entries: readonly { id: string }[], what: string): void {
  const ids = new Set<string>();
  for (const { id } of entries) {
    mustBeNew(ids.has(id), what, id);
    ids.add(id);
  }
}
