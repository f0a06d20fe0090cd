import { useId, useState } from 'react';
import type { Rating, RatingScale } from '../../app/rating-scale.ts';
import { useTranslator } from '../i18n/context.ts';
import { ACTION_IDS, type ActionId } from '../keys/actions.ts';
import { KeyHint } from './KeyHint.tsx';
import { type MarkedOutcome, OutcomeMark } from './OutcomeMark.tsx';
import { roveFocus } from './roving.ts';
import './rating-picker.css';

interface Props {
  scale: RatingScale;
  ratingId: string | null;
  onChange: (ratingId: string | null) => void;
  disabled: boolean;
}

/**
 * The ratings of the scale as a radio group. Arrow keys only move the focus, Space or Enter choose: passing over a
 * rating such as 虚偽 is not giving it.
 */
export function RatingPicker({ scale, ratingId, onChange, disabled }: Props) {
  const { t, locale } = useTranslator();
  const id = useId();
  const [looked, look] = useState<string | null>(null);
  const chosen = scale.ratings.find((rating) => rating.id === ratingId) ?? null;
  const explained = scale.ratings.find((rating) => rating.id === looked) ?? chosen;
  const radio = (rating: Rating | null, index: number) => {
    const key = rating?.id ?? '';
    const on = rating === chosen;
    const outcome: MarkedOutcome = rating?.outcome ?? 'unrated';
    const action: ActionId | undefined = rating
      ? ACTION_IDS.find((candidate) => candidate === `rating-${index + 1}`)
      : 'no-rating';
    return (
      // biome-ignore lint/a11y/useSemanticElements: a native radio would be given by merely passing over it.
      <button
        key={key}
        type="button"
        role="radio"
        className="rating"
        data-outcome={outcome}
        aria-checked={on}
        aria-label={rating ? rating.label[locale] : t('rating.none')}
        aria-description={rating?.meaning[locale]}
        tabIndex={on ? 0 : -1}
        disabled={disabled}
        onClick={() => onChange(rating?.id ?? null)}
        onFocus={() => look(key)}
        onBlur={() => look(null)}
        onPointerEnter={() => look(key)}
        onPointerLeave={() => look(null)}
      >
        <OutcomeMark outcome={outcome} />
        <span className="rating-label">{rating ? rating.label[locale] : t('rating.none')}</span>
        {action && !disabled ? <KeyHint action={action} /> : null}
      </button>
    );
  };
  return (
    <div className="field">
      <span className="label" id={id}>
        {t('claim.verdict')}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={id}
        className="ratings"
        onKeyDown={(event) => roveFocus(event, '[role="radio"]', 'both')}
      >
        {scale.ratings.map(radio)}
        {radio(null, -1)}
      </div>
      <p className="rating-meaning" aria-hidden>
        {looked === '' ? '' : explained?.meaning[locale]}
      </p>
    </div>
  );
}
