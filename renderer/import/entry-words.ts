import type { FieldDifference, ImportEntry } from '../../app/interchange/import/plan.ts';
import { findRating, type RatingScale } from '../../app/rating-scale.ts';
import { TAG_COLOURS } from '../../app/tag.ts';
import { TRANSLATION_NOTE_KINDS } from '../../app/translation-note.ts';
import type { Translator } from '../i18n/translator.ts';
import { COLOUR_LABELS } from '../tags/colours.ts';
import { KIND_LABELS } from '../translation/kinds.ts';

/** What an entry is and says, in words of the interface. */
export function sayingOf(
  { t }: Translator,
  { kind, what, words, reason, differences, lead }: ImportEntry,
): string {
  if (kind === 'differs') {
    const fields = differences.map(({ field }) => t(`import.field.${field}`)).join(t('import.between'));
    return t('import.differs-in', { fields });
  }
  if (reason !== null && kind !== 'matched')
    return t(`import.reason.${reason}`, { line: what === 'term' ? lead : '' });
  return words;
}

/** A side of a difference as a person reads it: ratings by their names. */
export function saidAs(
  { t, locale }: Translator,
  scale: RatingScale,
  { field }: FieldDifference,
  value: string,
): string {
  if (value === '') return t('import.nothing-said');
  if (field === 'rating') return findRating(scale, value)?.label[locale] ?? value;
  const kind = TRANSLATION_NOTE_KINDS.find((known) => known === value);
  if (field === 'kind' && kind) return t(KIND_LABELS[kind]);
  const colour = TAG_COLOURS.find((known) => known === value);
  return field === 'colour' && colour ? t(COLOUR_LABELS[colour]) : value;
}
