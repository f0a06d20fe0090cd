import { useState } from 'react';
import type { Claim } from '../../app/claim.ts';
import { ClaimHead } from '../claims/ClaimHead.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { newEvidence } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { EvidenceItem } from './EvidenceItem.tsx';

export function EvidenceOfClaim({ claim }: { claim: Claim }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const [opened, open] = useState<string | null>(null);
  // Whoever asks for the address or the stance means the entry that was made last.
  const asked = useWorkspaceState(({ focusField }) => focusField === 'url' || focusField === 'stance');
  const last = claim.evidence.at(-1)?.id ?? null;
  if (asked && last !== null && opened !== last) open(last);

  const add = async () => {
    const evidence = newEvidence();
    if (await workspace.execute({ type: 'evidence.add', claimId: claim.id, evidence, before: null }))
      workspace.state.update({ focusField: 'url' });
  };
  return (
    <>
      <div className="evidence-claim">
        <ClaimHead claim={claim} />
        <button type="button" className="button small quiet" onClick={() => workspace.select(null)}>
          {t('evidence.otherClaim')}
        </button>
      </div>
      {claim.evidence.length === 0 ? (
        <p className="inspector-empty">{t('evidence.none')}</p>
      ) : (
        <ul className="annotations" aria-label={t('inspector.tab.evidence')}>
          {claim.evidence.map((entry) => (
            <EvidenceItem
              key={entry.id}
              claimId={claim.id}
              entry={entry}
              last={entry.id === last}
              open={opened === entry.id}
              onToggle={() => open(opened === entry.id ? null : entry.id)}
            />
          ))}
        </ul>
      )}
      {editable ? (
        <div className="inspector-add">
          <button type="button" className="button small" onClick={() => void add()}>
            {t('evidence.add')} <KeyHint action="evidence" />
          </button>
        </div>
      ) : null}
    </>
  );
}
