import type { Rating, RatingScale } from '../../app/rating-scale.ts';
import { ACTION_IDS, type ActionId } from '../keys/actions.ts';

/** Which rating of a scale an action gives, counted from 1; null for every other action. */
export function ratingPlace(id: ActionId): number | null {
  const place = /^rating-(\d)$/u.exec(id)?.[1];
  return place === undefined ? null : Number(place);
}

/** The rating that an action gives on this scale; null where it gives none. */
export function ratingOf(id: ActionId, scale: RatingScale | null): Rating | null {
  const place = ratingPlace(id);
  return place === null ? null : (scale?.ratings[place - 1] ?? null);
}

/** All actions but those for ratings that the scale does not have; without a scale, those for ratings at all. */
export function offeredActions(scale: RatingScale | null): ActionId[] {
  return ACTION_IDS.filter((id) => ratingPlace(id) === null || ratingOf(id, scale) !== null);
}
