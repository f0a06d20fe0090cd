import type { Project } from '../../app/project.ts';
import { BUILT_IN_SCALES, findRating, type Rating, type RatingScale } from '../../app/rating-scale.ts';

/** A rating that claims have, with how many do. */
export interface UsedRating {
  rating: Rating;
  claims: number;
}

/** The ratings in use, in the order of the project's scale. */
export function usedRatings(project: Project): UsedRating[] {
  const counts = new Map<string, number>();
  for (const { ratingId } of project.claims.values())
    if (ratingId !== null) counts.set(ratingId, (counts.get(ratingId) ?? 0) + 1);
  return project.scale.ratings.flatMap((rating) => {
    const claims = counts.get(rating.id);
    return claims === undefined ? [] : [{ rating, claims }];
  });
}

/** The built-in scales, and the project's own where it is none of them. */
export function choosableScales(own: RatingScale): RatingScale[] {
  const known = BUILT_IN_SCALES.some((scale) => scale.id === own.id);
  return known ? [...BUILT_IN_SCALES] : [own, ...BUILT_IN_SCALES];
}

/**
 * What stands in the selects at first: the rating itself where the new scale was made of the old one and has it still;
 * else one only where the new scale has a single one of the same outcome.
 * Where it has several, such as 誤り and 虚偽, a person decides; 虚偽 alleges intent and is nobody's default.
 */
export function plainMapping(used: readonly UsedRating[], scale: RatingScale): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const { rating } of used) {
    const same = scale.ratings.filter((candidate) => candidate.outcome === rating.outcome);
    const [only] = same;
    if (same.some(({ id }) => id === rating.id)) mapping[rating.id] = rating.id;
    else if (only && same.length === 1) mapping[rating.id] = only.id;
  }
  return mapping;
}

/** Whether every rating in use has one of the new scale. */
export function isComplete(
  used: readonly UsedRating[],
  scale: RatingScale,
  mapping: Record<string, string>,
): boolean {
  return used.every(({ rating }) => findRating(scale, mapping[rating.id] ?? null) !== null);
}
