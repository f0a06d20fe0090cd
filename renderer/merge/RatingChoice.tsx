import { useEffect, useRef, useState } from 'react';
import type { Rating, RatingScale } from '../../app/rating-scale.ts';
import { useTranslator } from '../i18n/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { roveFocus } from '../ui/roving.ts';
import '../ui/rating-picker.css';

interface Props {
  scale: RatingScale;
  /** undefined: none is chosen yet; null: no rating. */
  ratingId: string | null | undefined;
  takeFocus: boolean;
  onChoose: (ratingId: string | null) => void;
}

/** A rating that neither side gave. Arrows only move the focus, Space or Enter choose, as with a claim's own rating. */
export function RatingChoice({ scale, ratingId, takeFocus, onChoose }: Props) {
  const { t, locale } = useTranslator();
  const group = useRef<HTMLDivElement>(null);
  const [looked, look] = useState<Rating | null>(null);
  useEffect(() => {
    if (takeFocus) group.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [takeFocus]);
  const focused = ratingId === undefined ? scale.ratings[0]?.id : ratingId;
  const radio = (rating: Rating | null) => (
    // biome-ignore lint/a11y/useSemanticElements: a native radio would be given by merely passing over it.
    <button
      key={rating?.id ?? ''}
      type="button"
      role="radio"
      className="rating"
      data-outcome={rating?.outcome ?? 'unrated'}
      aria-checked={ratingId === (rating?.id ?? null)}
      aria-description={rating?.meaning[locale]}
      tabIndex={focused === (rating?.id ?? null) ? 0 : -1}
      onClick={() => onChoose(rating?.id ?? null)}
      onFocus={() => look(rating)}
      onBlur={() => look(null)}
    >
      <OutcomeMark outcome={rating?.outcome ?? 'unrated'} />
      <span className="rating-label">{rating ? rating.label[locale] : t('rating.none')}</span>
    </button>
  );
  return (
    <div className="merge-rating">
      <div
        ref={group}
        role="radiogroup"
        aria-label={t('merge.rating')}
        className="ratings"
        onKeyDown={(event) => roveFocus(event, '[role="radio"]', 'both')}
      >
        {scale.ratings.map(radio)}
        {radio(null)}
      </div>
      <p className="rating-meaning" aria-hidden>
        {looked?.meaning[locale]}
      </p>
    </div>
  );
}
