import type { Claim } from '../../app/claim.ts';
import { ClaimHead } from '../claims/ClaimHead.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';

/** The claims of a story, to choose the one whose evidence is meant. */
export function ClaimChoice({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
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
