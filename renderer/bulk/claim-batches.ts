import type { Claim } from '../../app/claim.ts';
import type { Command } from '../../app/commands.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import { giveVerdict, newId } from '../store/annotating.ts';

/** Gives claims a rating, signed; those that have it already are left alone. */
export function rateClaims(claims: readonly Claim[], ratingId: string | null, reviewer: string): Command[] {
  return claims
    .filter((claim) => claim.ratingId !== ratingId)
    .map(({ id }) => giveVerdict(reviewer, id, ratingId));
}

/** Puts a tag on the words of claims, wherever they stand and do not have it already. */
export function tagClaims(
  project: Project,
  claims: readonly Claim[],
  tagId: string,
  reviewer: string,
): Command[] {
  const at = new Date().toISOString();
  return claims.flatMap(({ storyKey, anchors }) => {
    const uses = annotationsOf(project, storyKey).taggings.flatMap((id) => project.taggings.get(id) ?? []);
    return anchors
      .filter(
        ({ start, end }) =>
          !uses.some((use) => use.tagId === tagId && use.anchor?.start === start && use.anchor.end === end),
      )
      .map((anchor): Command => {
        const tagging = {
          id: newId(),
          tagId,
          storyKey,
          anchor,
          memo: '',
          createdAt: at,
          createdBy: reviewer,
        };
        return { type: 'tagging.add', tagging };
      });
  });
}

export function removeClaims(claims: readonly Claim[]): Command[] {
  return claims.map(({ id }) => ({ type: 'claim.remove', claimId: id }));
}
