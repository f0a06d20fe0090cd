import { ClaimHead } from '../claims/ClaimHead.tsx';
import { useTranslator } from '../i18n/context.ts';
import { EmptyHint } from '../inspector/EmptyHint.tsx';
import type { OpenStory } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { EvidenceOfClaim } from './EvidenceOfClaim.tsx';
import './evidence.css';

/** The evidence of the selected claim. While none is selected: the claims to choose from. */
export function EvidencePanel({ claims }: OpenStory) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const selected = useWorkspaceState((state) =>
    state.selected?.kind === 'claim' ? state.selected.id : null,
  );
  const claim = claims.find(({ id }) => id === selected);
  if (claims.length === 0) return <EmptyHint none="evidence.noClaims" how="claim.none.how" action="claim" />;
  if (claim) return <EvidenceOfClaim key={claim.id} claim={claim} />;
  return (
    <>
      <p className="inspector-lead">{t('evidence.chooseClaim')}</p>
      <ul className="annotations" aria-label={t('inspector.tab.claims')}>
        {claims.map((each) => (
          <li key={each.id} className="annotation">
            <button
              type="button"
              className="annotation-head"
              onClick={() => workspace.select({ kind: 'claim', id: each.id })}
            >
              <ClaimHead claim={each} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
