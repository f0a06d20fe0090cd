import type { Claim } from '../claim.ts';
import type { Project } from '../project.ts';
import { findRating } from '../rating-scale.ts';
import { reviewOf } from '../story-annotations.ts';
import { markOf, type Verdict } from '../verdict.ts';
import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew, refuse } from './checks.ts';
import { withClaim } from './citing.ts';
import { mustBeRating } from './claims.ts';

export const verdicts: Appliers<'verdict.give' | 'verdict.edit' | 'verdict.withdraw'> = {
  'verdict.give'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    const { ratingId, ...signed } = command.verdict;
    mustBeOpen(project, claim);
    mustBeRating(project, ratingId);
    mustBeNew(
      claim.verdicts.some(({ id }) => id === signed.id),
      'verdict',
      signed.id,
    );
    const marks = command.marks ?? {
      from: markOf(findRating(project.scale, claim.ratingId)),
      to: markOf(findRating(project.scale, ratingId)),
    };
    if ((marks.from?.id ?? null) !== claim.ratingId || (marks.to?.id ?? null) !== ratingId)
      refuse('verdict_not_last', claim.id);
    const verdicts = [...claim.verdicts, { ...signed, ...marks }];
    return {
      project: withClaim(project, claim.id, { ...claim, ratingId, verdicts }),
      inverse: { type: 'verdict.withdraw', claimId: claim.id, verdictId: signed.id },
    };
  },

  'verdict.edit'(project, command) {
    const { claim, verdict } = verdictOf(project, command);
    const verdicts = claim.verdicts.map((each) =>
      each === verdict ? { ...verdict, ...given(command.changes) } : each,
    );
    return {
      project: withClaim(project, claim.id, { ...claim, verdicts }),
      inverse: { ...command, changes: before(verdict, command.changes) },
    };
  },

  'verdict.withdraw'(project, command) {
    const { claim, verdict } = verdictOf(project, command);
    const { from, to, ...signed } = verdict;
    mustBeOpen(project, claim);
    if (claim.verdicts.at(-1) !== verdict || claim.ratingId !== (to?.id ?? null))
      refuse('verdict_not_last', claim.id);
    const ratingId = from?.id ?? null;
    mustBeRating(project, ratingId);
    return {
      project: withClaim(project, claim.id, { ...claim, ratingId, verdicts: claim.verdicts.slice(0, -1) }),
      inverse: {
        type: 'verdict.give',
        claimId: claim.id,
        verdict: { ...signed, ratingId: claim.ratingId },
        marks: { from, to },
      },
    };
  },
};

/** What was signed off is not judged anew behind the back of who signed: the story is reopened first. */
function mustBeOpen(project: Project, claim: Claim): void {
  if (reviewOf(project, claim.storyKey) !== 'signed-off') return;
  refuse('story_signed_off', project.stories.get(claim.storyKey)?.lead ?? '');
}

function verdictOf(
  project: Project,
  { claimId, verdictId }: { claimId: string; verdictId: string },
): { claim: Claim; verdict: Verdict } {
  const claim = known(project.claims.get(claimId), 'claim', claimId);
  const verdict = known(
    claim.verdicts.find(({ id }) => id === verdictId),
    'verdict',
    verdictId,
  );
  return { claim, verdict };
}
