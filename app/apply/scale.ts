import type { CommandOf } from '../commands.ts';
import type { Project } from '../project.ts';
import { findRating } from '../rating-scale.ts';
import type { Applied, Appliers } from './applied.ts';
import { refuse } from './checks.ts';

export const scale: Appliers<'scale.change'> = {
  'scale.change': changeScale,
};

function changeScale(project: Project, command: CommandOf<'scale.change'>): Applied {
  const old = new Map<string, string>();
  const claims = project.claims.withMutations((table) => {
    for (const claim of project.claims.values()) {
      if (claim.ratingId === null) continue;
      old.set(claim.id, claim.ratingId);
      const ratingId = entry(command.ratings, claim.id) ?? entry(command.mapping, claim.ratingId);
      if (ratingId === undefined) return refuse('rating_not_mapped', claim.ratingId);
      if (!findRating(command.scale, ratingId)) refuse('rating_not_in_scale', ratingId);
      table.set(claim.id, { ...claim, ratingId });
    }
  });
  return {
    project: { ...project, scale: command.scale, claims },
    inverse: { type: 'scale.change', scale: project.scale, mapping: {}, ratings: Object.fromEntries(old) },
  };
}

/** What a record says itself; `constructor` may be an id. */
function entry(record: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
