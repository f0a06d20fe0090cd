import type { RatingScale } from '../../app/rating-scale.ts';
import type { Locale } from '../../app/settings.ts';
import { useWorkspace } from '../store/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';

/** The ratings of a scale with what they mean, and who made the scale. */
export function ScaleRatings({ scale, locale }: { scale: RatingScale; locale: Locale }) {
  const workspace = useWorkspace();
  const { credit } = scale;
  return (
    <div className="settings-ratings">
      <dl>
        {scale.ratings.map((rating) => (
          <div key={rating.id}>
            <dt>
              <OutcomeMark outcome={rating.outcome} />
              {rating.label[locale]}
            </dt>
            <dd>{rating.meaning[locale]}</dd>
          </div>
        ))}
      </dl>
      {credit ? (
        <p className="dialog-hint">
          {credit.text[locale]}{' '}
          <a
            href={credit.url}
            onClick={(event) => {
              event.preventDefault();
              void workspace.openLink(credit.url);
            }}
          >
            {credit.url}
          </a>
        </p>
      ) : null}
    </div>
  );
}
