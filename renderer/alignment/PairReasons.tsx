import type { AlignedPair } from '../../app/translation/align.ts';
import { useTranslator } from '../i18n/context.ts';

/** Below this, a suggested pair wants a second look. */
const DOUBTFUL = 0.6;
const MOST_REASONS = 8;

/** What speaks for a pair, in words of both sides. */
export function PairReasons({ pair: { original, translation, reasons, score } }: { pair: AlignedPair }) {
  const { t } = useTranslator();
  if (original.length === 0 || translation.length === 0) return null;
  return (
    <details className="pair-reasons" open={score < DOUBTFUL}>
      <summary>{t('pair.why')}</summary>
      {score < DOUBTFUL ? <p className="pair-doubtful">{t('pair.doubtful')}</p> : null}
      <ul>
        {reasons.slice(0, MOST_REASONS).map(({ kind, original: one, translation: other }) => (
          <li key={`${kind} ${one} ${other}`}>
            <span className="faint">{t(`pair.reason.${kind}`)}</span>{' '}
            {kind === 'length' ? null : (
              <>
                <bdi>{one}</bdi> – <bdi>{other}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
