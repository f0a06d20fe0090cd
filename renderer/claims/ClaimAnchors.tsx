import type { Anchor } from '../../app/anchor.ts';
import type { Claim } from '../../app/claim.ts';
import { useTranslator } from '../i18n/context.ts';
import { Quote } from '../inspector/Quote.tsx';

interface Props {
  claim: Claim;
  editable: boolean;
  onChange: (anchors: Anchor[]) => void;
}

/** The words that a claim sits on; of several, each can be taken away. */
export function ClaimAnchors({ claim, editable, onChange }: Props) {
  const { t } = useTranslator();
  const { anchors } = claim;
  return (
    <div className="field">
      <span className="label">{t('claim.quotes', { count: anchors.length })}</span>
      <ul className="anchors">
        {anchors.map((anchor) => (
          <li key={`${anchor.start}-${anchor.end}`}>
            <Quote anchor={anchor} />
            {editable && anchors.length > 1 ? (
              <button
                type="button"
                className="icon-button"
                aria-label={t('claim.quote.remove', { quote: anchor.quote })}
                title={t('claim.quote.remove.short')}
                onClick={() => onChange(anchors.filter((other) => other !== anchor))}
              >
                ✕
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
