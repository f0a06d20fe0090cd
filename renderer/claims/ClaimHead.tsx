import type { Claim } from '../../app/claim.ts';
import { isFilled } from '../../app/evidence.ts';
import { findRating } from '../../app/rating-scale.ts';
import { useTranslator } from '../i18n/context.ts';
import { Quote } from '../inspector/Quote.tsx';
import { useWorkspaceState } from '../store/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { ClaimFlags } from './ClaimFlags.tsx';
import { sameWords } from './wording.ts';
import './claims.css';

/** A claim in a list: its verdict, its wording, and the words of the text where they differ from it. */
export function ClaimHead({ claim }: { claim: Claim }) {
  const { t, locale } = useTranslator();
  const scale = useWorkspaceState((state) => state.open?.project.scale);
  const rating = scale ? findRating(scale, claim.ratingId) : null;
  const quotes = claim.anchors.filter((anchor) => !sameWords(anchor.quote, claim.wording));
  const evidence = claim.evidence.filter(isFilled).length;
  return (
    <span className="claim-head">
      <OutcomeMark outcome={rating?.outcome ?? 'unrated'} />
      <span className="claim-head-words">
        <span className="claim-wording">
          {claim.wording.trim() === '' ? <em className="faint">{t('claim.noWording')}</em> : claim.wording}
        </span>
        {quotes.map((anchor) => (
          <Quote key={`${anchor.start}-${anchor.end}`} anchor={anchor} short />
        ))}
        <span className="claim-facts">
          <span className="claim-rating" data-outcome={rating?.outcome ?? 'unrated'}>
            {rating ? rating.label[locale] : t('rating.none')}
          </span>
          {claim.claimant === '' ? null : <span>{claim.claimant}</span>}
          {evidence === 0 ? null : <span>{t('claim.evidence.count', { count: evidence })}</span>}
          <ClaimFlags claim={claim} />
        </span>
      </span>
    </span>
  );
}
