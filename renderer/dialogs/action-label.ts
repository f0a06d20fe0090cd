import type { RatingScale } from '../../app/rating-scale.ts';
import type { Translator } from '../i18n/translator.ts';
import { ACTIONS, type ActionId } from '../keys/actions.ts';
import { ratingOf, ratingPlace } from './rating-actions.ts';

/** What an action is called. One that gives a rating is called by it where the scale has it, else by its number. */
export function actionLabel(
  { t, locale }: Pick<Translator, 't' | 'locale'>,
  id: ActionId,
  scale: RatingScale | null,
): string {
  const number = ratingPlace(id);
  if (number === null) return t(ACTIONS[id].label);
  const rating = ratingOf(id, scale);
  return rating
    ? t('action.rating-named', { number, label: rating.label[locale] })
    : t(ACTIONS[id].label, { number });
}
