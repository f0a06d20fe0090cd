import type { StoryQuote } from '../evidence.ts';
import type { Project } from '../project.ts';
import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew } from './checks.ts';
import { withClaim } from './citing.ts';

export const evidence: Appliers<'evidence.add' | 'evidence.edit' | 'evidence.remove'> = {
  'evidence.add'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    mustBeNew(
      claim.evidence.some((entry) => entry.id === command.evidence.id),
      'evidence',
      command.evidence.id,
    );
    mustKnowStory(project, command.evidence.story);
    // The neighbour may be gone by now; the entry itself is what was meant, so it goes to the end.
    const place = claim.evidence.findIndex((entry) => entry.id === command.before);
    const evidence = claim.evidence.toSpliced(place < 0 ? claim.evidence.length : place, 0, command.evidence);
    return {
      project: withClaim(project, claim.id, { ...claim, evidence }),
      inverse: { type: 'evidence.remove', claimId: claim.id, evidenceId: command.evidence.id },
    };
  },

  'evidence.edit'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    const entry = known(
      claim.evidence.find((candidate) => candidate.id === command.evidenceId),
      'evidence',
      command.evidenceId,
    );
    mustKnowStory(project, command.changes.story ?? null);
    const evidence = claim.evidence.map((candidate) =>
      candidate === entry ? { ...entry, ...given(command.changes) } : candidate,
    );
    return {
      project: withClaim(project, claim.id, { ...claim, evidence }),
      inverse: { ...command, changes: before(entry, command.changes) },
    };
  },

  'evidence.remove'(project, command) {
    const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
    const place = claim.evidence.findIndex((entry) => entry.id === command.evidenceId);
    const evidence = known(claim.evidence[place], 'evidence', command.evidenceId);
    return {
      project: withClaim(project, claim.id, { ...claim, evidence: claim.evidence.toSpliced(place, 1) }),
      inverse: {
        type: 'evidence.add',
        claimId: claim.id,
        evidence,
        before: claim.evidence[place + 1]?.id ?? null,
      },
    };
  },
};

function mustKnowStory(project: Project, quote: StoryQuote | null): void {
  if (quote) known(project.stories.get(quote.storyKey), 'story', quote.storyKey);
}
