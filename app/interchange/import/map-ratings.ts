import type { RatingScale } from '../../rating-scale.ts';
import { findRating } from '../../rating-scale.ts';
import type { SetRating } from '../annotation-set.ts';
import type { ImportOptions, UnknownRating } from './plan.ts';

/** `ratingId` null: no rating. */
export type MappedRating = { kind: 'known'; ratingId: string | null } | { kind: 'unknown' };

/**
 * Which rating of the project's scale each one of a file is: the one of its id, unless the two come to different
 * outcomes, or the one that is called the same in either language. Nothing is guessed: for all others a person decides.
 */
export function ratingsMapper(
  scale: RatingScale,
  ofFile: readonly SetRating[],
  chosen: ImportOptions['ratings'],
): { map(ratingId: string | null): MappedRating; unknown(): UnknownRating[] } {
  const described = new Map(ofFile.map((rating) => [rating.id, rating]));
  const met = new Map<string, number>();

  const byName = (names: readonly string[]) => {
    const wanted = new Set(names.map(folded));
    const found = scale.ratings.filter(({ label }) =>
      [label.en, label.ja].some((name) => wanted.has(folded(name))),
    );
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
  const ownOf = (ratingId: string): string | null => {
    const theirs = described.get(ratingId);
    const same = findRating(scale, ratingId);
    if (same && (!theirs || theirs.outcome === same.outcome)) return same.id;
    return byName(theirs ? [theirs.label.en, theirs.label.ja] : [ratingId]);
  };

  return {
    map(ratingId) {
      if (ratingId === null) return { kind: 'known', ratingId: null };
      const own = ownOf(ratingId);
      if (own !== null) return { kind: 'known', ratingId: own };
      met.set(ratingId, (met.get(ratingId) ?? 0) + 1);
      const choice = Object.hasOwn(chosen, ratingId) ? chosen[ratingId] : undefined;
      if (choice === undefined || (choice !== null && !findRating(scale, choice))) return { kind: 'unknown' };
      return { kind: 'known', ratingId: choice };
    },
    unknown: () => [...met].map(([id, claims]) => ({ id, claims, label: described.get(id)?.label ?? null })),
  };
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}
