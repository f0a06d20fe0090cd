import type { Translator } from '../i18n/translator.ts';
import { ACTIONS, type ActionId } from '../keys/actions.ts';

/** What an action is called; the nine rating actions share a name with a number in it. */
export function actionLabel(t: Translator['t'], id: ActionId): string {
  const rating = /^rating-(\d)$/u.exec(id);
  return t(ACTIONS[id].label, rating ? { number: Number(rating[1]) } : {});
}
