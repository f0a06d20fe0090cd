import type { RatingScale } from '../../app/rating-scale.ts';
import { useTranslator } from '../i18n/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import type { UsedRating } from './scale-mapping.ts';

interface Props {
  used: readonly UsedRating[];
  scale: RatingScale;
  mapping: Record<string, string>;
  onMap: (from: string, to: string) => void;
}

/** Which rating of the new scale the claims of each old one get: chosen by a person, none by itself where there is a choice. */
export function ScaleMapping({ used, scale, mapping, onMap }: Props) {
  const { t, locale } = useTranslator();
  return (
    <div className="settings-mapping">
      <p>{t('settings.scale-map')}</p>
      {used.map(({ rating, claims }) => (
        <label key={rating.id} className="settings-map-row">
          <OutcomeMark outcome={rating.outcome} />
          <span>
            {rating.label[locale]}{' '}
            <span className="dialog-hint">{t('settings.scale-claims', { claims })}</span>
          </span>
          <span aria-hidden="true">→</span>
          <select
            className="input"
            value={mapping[rating.id] ?? ''}
            onChange={(event) => onMap(rating.id, event.target.value)}
          >
            <option value="" disabled>
              {t('settings.scale-choose')}
            </option>
            {scale.ratings.map((candidate) => (
              <option key={candidate.id} value={candidate.id}>
                {candidate.label[locale]}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
