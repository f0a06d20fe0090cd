import type { UnknownRating } from '../../app/interchange/import/plan.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspaceState } from '../store/context.ts';
import { SelectField } from '../ui/SelectField.tsx';
import type { Decisions } from './use-import.ts';

interface Props {
  unknown: readonly UnknownRating[];
  ratings: Decisions['ratings'];
  onRatings: (ratings: Decisions['ratings']) => void;
}

const LEAVE_OUT = ' leave out';
const NO_RATING = ' none';

/** Ratings of the file that the project's scale does not have: a person says which one each is, nothing is guessed. */
export function RatingChoices({ unknown, ratings, onRatings }: Props) {
  const { t, locale } = useTranslator();
  const scale = useWorkspaceState((state) => state.open?.project.scale ?? null);
  if (unknown.length === 0 || !scale) return null;
  const choose = (id: string, value: string) => {
    const { [id]: _, ...others } = ratings;
    if (value === LEAVE_OUT) onRatings(others);
    else onRatings({ ...others, [id]: value === NO_RATING ? null : value });
  };
  const chosenFor = (id: string) => {
    if (!Object.hasOwn(ratings, id)) return LEAVE_OUT;
    return ratings[id] ?? NO_RATING;
  };
  return (
    <fieldset className="import-ratings">
      <legend>{t('import.ratings')}</legend>
      {unknown.map(({ id, label, claims }) => (
        <SelectField
          key={id}
          label={t('import.rating', { name: label?.[locale] ?? id, claims })}
          value={chosenFor(id)}
          options={[
            { value: LEAVE_OUT, label: t('import.rating-leave') },
            { value: NO_RATING, label: t('import.rating-none') },
            ...scale.ratings.map((rating) => ({ value: rating.id, label: rating.label[locale] })),
          ]}
          onChange={(value) => choose(id, value)}
          disabled={false}
        />
      ))}
    </fieldset>
  );
}
