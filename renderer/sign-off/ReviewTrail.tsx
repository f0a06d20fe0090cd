import { type Review, stepsOf } from '../../app/review.ts';
import { useTranslator } from '../i18n/context.ts';
import './sign-off.css';

/** Who put a story into the state that it is in, when and why, and the states before it. */
export function ReviewTrail({ review }: { review: Review }) {
  const { t, dateTime } = useTranslator();
  const [now, ...past] = stepsOf(review).toReversed();
  if (!now) return null;
  const line = ({ state, by, at, why }: typeof now) => (
    <>
      <strong>{t(`review.${state}`)}</strong> <bdi>{by === '' ? t('verdict.nobody') : by}</bdi>{' '}
      <time dateTime={at}>{dateTime(at)}</time>
      {why === '' ? null : <q className="verdict-why">{why}</q>}
    </>
  );
  return past.length === 0 ? (
    <p className="review-trail">{line(now)}</p>
  ) : (
    <details className="review-trail">
      <summary>{line(now)}</summary>
      <ol aria-label={t('review.before')}>
        {past.map((step) => (
          <li key={`${step.at} ${step.state}`}>{line(step)}</li>
        ))}
      </ol>
    </details>
  );
}
