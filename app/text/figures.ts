import { mentionedDates } from './numbers/mentioned-dates.ts';
import { quantitiesIn } from './numbers/quantity.ts';

/** Whether a text has figures in it: a number or a date, in digits of either width, kanji or words. */
export function hasFigures(text: string): boolean {
  return quantitiesIn(text).length > 0 || mentionedDates(text).length > 0;
}
