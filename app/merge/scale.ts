import { UratoriError } from '../problem.ts';
import type { ProjectData } from '../project.ts';
import { isSame } from '../project-diff.ts';
import { findRating, type RatingScale } from '../rating-scale.ts';

/** Three projects, all rated on one scale. */
export interface Scaled {
  scale: RatingScale;
  base: ProjectData | null;
  mine: ProjectData;
  theirs: ProjectData;
}

/**
 * Brings both sides onto one scale: theirs where only they changed it, else mine. A rating goes over by its id, where
 * the outcome is the same, or as `mapping` says (their rating's id, or mine, to the one that is meant). A rating that
 * a side left as it was needs nothing: it is what the other side made of it.
 * @throws UratoriError `merge-scales-differ` (params `ratings`: what they are called, `scale`) where a rating has no counterpart
 */
export function onOneScale(
  base: ProjectData | null,
  mine: ProjectData,
  theirs: ProjectData,
  mapping: Readonly<Record<string, string>>,
): Scaled {
  if (isSame(mine.scale, theirs.scale)) return { scale: mine.scale, base, mine, theirs };
  const isTheirs = base !== null && isSame(base.scale, mine.scale);
  const [winner, loser] = isTheirs ? [theirs, mine] : [mine, theirs];
  const { scale } = winner;
  const before = new Map(base?.claims.map((claim) => [claim.id, claim]));
  const there = new Map(winner.claims.map(({ id, ratingId }) => [id, ratingId]));
  const left = new Set<string>();
  const missing = new Set<string>();
  const observed = observedMapping(base, there);
  const claims = loser.claims.map((claim) => {
    const { id, ratingId } = claim;
    const counterpart = there.get(id);
    const old = before.get(id);
    if (old && counterpart !== undefined && old.ratingId === ratingId) {
      left.add(id);
      return { ...claim, ratingId: counterpart };
    }
    // It goes, as it is gone there.
    if (old && counterpart === undefined && isSame(old, claim)) return claim;
    return { ...claim, ratingId: mapped(ratingId) };
  });
  if (missing.size > 0)
    throw new UratoriError('merge-scales-differ', {
      ratings: [...missing].join(', '),
      mine: mine.scale.name.en,
      theirs: theirs.scale.name.en,
    });
  const moved = { ...loser, scale, claims };
  return {
    scale,
    // What a side left as it was has to look so still.
    base: base && {
      ...base,
      claims: base.claims.map((claim) =>
        left.has(claim.id) ? { ...claim, ratingId: there.get(claim.id) ?? null } : claim,
      ),
    },
    mine: isTheirs ? moved : mine,
    theirs: isTheirs ? theirs : moved,
  };

  function mapped(ratingId: string | null): string | null {
    if (ratingId === null) return null;
    const old = findRating(loser.scale, ratingId);
    const meant = Object.hasOwn(mapping, ratingId)
      ? (mapping[ratingId] as string)
      : (observed.get(ratingId) ?? null);
    const found = findRating(scale, meant ?? ratingId);
    if (found && (meant !== null || found.outcome === old?.outcome)) return found.id;
    missing.add(old?.label.en ?? ratingId);
    return ratingId;
  }
}

/** What became of the ratings when the scale was changed, as far as the claims of before show it without a doubt. */
function observedMapping(
  base: ProjectData | null,
  now: ReadonlyMap<string, string | null>,
): Map<string, string> {
  const seen = new Map<string, Set<string>>();
  for (const { id, ratingId } of base?.claims ?? []) {
    const after = now.get(id) ?? null;
    if (ratingId === null || after === null) continue;
    seen.set(ratingId, new Set([...(seen.get(ratingId) ?? []), after]));
  }
  const certain = [...seen].filter(([, ratings]) => ratings.size === 1);
  return new Map(certain.map(([old, [rating]]) => [old, rating as string]));
}
