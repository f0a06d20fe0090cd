import { useTranslator } from '../i18n/context.ts';
import { EmptyHint } from '../inspector/EmptyHint.tsx';
import { type OpenStory, useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { ClaimChoice } from './ClaimChoice.tsx';
import { EvidenceOfClaim } from './EvidenceOfClaim.tsx';
import { QuotedElsewhere } from './QuotedElsewhere.tsx';
import { takeOffered } from './take-offered.ts';
import { useOffered } from './use-offered.ts';
import './evidence.css';

/**
 * The evidence of the selected claim. While none is selected: the claims to choose from. What is pasted or dropped here
 * becomes evidence of the selected claim, or of the only one that the story has.
 */
export function EvidencePanel({ openStory }: { openStory: OpenStory }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const { claims } = openStory;
  const selected = useWorkspaceState((state) =>
    state.selected?.kind === 'claim' ? state.selected.id : null,
  );
  const claim = claims.find(({ id }) => id === selected);
  const meant = claim ?? (claims.length === 1 ? claims[0] : undefined);
  const { dragging, dropProps } = useOffered(editable && claims.length > 0, async (offered) => {
    if (!meant) return workspace.inform(t('evidence.chooseClaim.first'));
    if (!(await takeOffered(workspace, meant.id, offered))) return;
    workspace.select({ kind: 'claim', id: meant.id });
    // What it is to the claim is for a person to say.
    workspace.state.update({ focusField: 'stance' });
  });
  return (
    <section
      className="evidence-panel"
      aria-label={t('inspector.tab.evidence')}
      data-dragging={dragging || undefined}
      {...dropProps}
    >
      {claims.length === 0 ? (
        <EmptyHint none="evidence.noClaims" how="claim.none.how" action="claim" />
      ) : claim ? (
        <EvidenceOfClaim key={claim.id} claim={claim} />
      ) : (
        <ClaimChoice claims={claims} />
      )}
      {editable && claims.length > 0 ? (
        <p className="faint evidence-hint">{t('evidence.pasteHint')}</p>
      ) : null}
      <QuotedElsewhere storyKey={openStory.key} />
    </section>
  );
}
