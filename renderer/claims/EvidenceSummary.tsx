import type { Claim } from '../../app/claim.ts';
import { isFilled, STANCES } from '../../app/evidence.ts';
import { STANCE_LABELS } from '../evidence/stances.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';

/** How much evidence a claim has, and the way to it. */
export function EvidenceSummary({ claim }: { claim: Claim }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const counts = STANCES.map((stance) => ({
    stance,
    count: claim.evidence.filter((entry) => entry.stance === stance && isFilled(entry)).length,
  })).filter(({ count }) => count > 0);
  return (
    <div className="evidence-summary">
      <span className="label">{t('inspector.tab.evidence')}</span>
      <span className="evidence-counts">
        {counts.length === 0
          ? t('evidence.none.short')
          : counts.map(({ stance, count }) => (
              <span key={stance} className="stance" data-stance={stance}>
                {t(STANCE_LABELS[stance])} {count}
              </span>
            ))}
      </span>
      <button type="button" className="button small" onClick={() => workspace.showTab('evidence')}>
        {t('claim.evidence.show')}
      </button>
    </div>
  );
}
