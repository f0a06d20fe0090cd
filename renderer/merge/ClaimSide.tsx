import type { ReactNode } from 'react';
import type { Anchor } from '../../app/anchor.ts';
import type { Claim } from '../../app/claim.ts';
import { isFilled } from '../../app/evidence.ts';
import { isSame } from '../../app/project-diff.ts';
import { findRating, type RatingScale } from '../../app/rating-scale.ts';
import { isEmpty } from '../../app/rich-text.ts';
import { useTranslator } from '../i18n/context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { RichTextView } from '../ui/rich-text/RichTextView.tsx';

/** One coder's claim: who, rating, words in their surroundings, wording, rationale, evidence; what differs is marked. */
export function ClaimSide({
  claim,
  other,
  scale,
}: {
  claim: Claim;
  other: Claim | null;
  scale: RatingScale;
}) {
  const { t, locale, dateTime } = useTranslator();
  const rating = findRating(scale, claim.ratingId);
  const last = claim.verdicts.at(-1);
  const [by, at] = last ? [last.by, last.at] : [claim.createdBy, claim.createdAt];
  const part = (label: MessageKey, field: keyof Claim, content: ReactNode) => {
    const differs = other !== null && !isSame(claim[field], other[field]);
    return (
      <div data-differs={differs || undefined}>
        <dt>
          {t(label)}
          {differs ? <span className="visually-hidden"> ({t('merge.differs')})</span> : null}
        </dt>
        <dd>{content ?? <span className="faint">{t('diff.nothing')}</span>}</dd>
      </div>
    );
  };
  const evidence = claim.evidence.filter(isFilled);
  return (
    <>
      <p
        className="merge-rated"
        data-differs={(other !== null && other.ratingId !== claim.ratingId) || undefined}
      >
        <OutcomeMark outcome={rating?.outcome ?? 'unrated'} />
        <strong>{rating?.label[locale] ?? t('rating.none')}</strong>
        <span className="faint">
          <bdi>{by === '' ? t('verdict.nobody') : by}</bdi> · <time dateTime={at}>{dateTime(at)}</time>
        </span>
      </p>
      {last && last.why !== '' ? <q className="merge-verdict-why">{last.why}</q> : null}
      <dl className="merge-parts">
        {part(
          'merge.field.anchors',
          'anchors',
          claim.anchors.map((anchor) => <Words key={`${anchor.start} ${anchor.end}`} anchor={anchor} />),
        )}
        {part('merge.field.wording', 'wording', claim.wording || null)}
        {part('merge.field.claimant', 'claimant', claim.claimant || null)}
        {part(
          'merge.field.rationale',
          'rationale',
          isEmpty(claim.rationale) ? null : <RichTextView value={claim.rationale} />,
        )}
        {part(
          'merge.field.evidence',
          'evidence',
          evidence.length === 0 ? null : (
            <ul>
              {evidence.map(({ id, stance, title, url, quote, file }) => (
                <li key={id}>
                  <span className="faint">{t(`evidence.stance.${stance}`)}</span>{' '}
                  {title || file?.name || quote || null}{' '}
                  {url === '' ? null : <ExternalLink url={url}>{url}</ExternalLink>}
                </li>
              ))}
            </ul>
          ),
        )}
      </dl>
    </>
  );
}

/** The words with what stands around them. */
function Words({ anchor: { prefix, quote, suffix } }: { anchor: Anchor }) {
  return (
    <p className="merge-words">
      <span className="faint">…{prefix}</span>
      <mark>{quote}</mark>
      <span className="faint">{suffix}…</span>
    </p>
  );
}
