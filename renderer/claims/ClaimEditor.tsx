import type { Claim } from '../../app/claim.ts';
import type { Command } from '../../app/commands.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { ClaimLikeness } from '../likeness/ClaimLikeness.tsx';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { RatingPicker } from '../ui/RatingPicker.tsx';
import { RichTextField } from '../ui/rich-text/RichTextField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ClaimAnchors } from './ClaimAnchors.tsx';
import { EvidenceSummary } from './EvidenceSummary.tsx';
import { Opinions } from './Opinions.tsx';
import { VerdictTimeline } from './VerdictTimeline.tsx';

type Changes = Extract<Command, { type: 'claim.edit' }>['changes'];

export function ClaimEditor({ claim }: { claim: Claim }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const scale = useWorkspaceState((state) => state.open?.project.scale);
  const edit = async (changes: Changes): Promise<boolean> => {
    // A field that is leaving the screen may outlive its claim: then there is nothing left to change.
    if (!workspace.state.get().open?.project.claims.has(claim.id)) return true;
    return workspace.execute({ type: 'claim.edit', claimId: claim.id, changes });
  };
  return (
    <div className="fields">
      <ClaimAnchors claim={claim} editable={editable} onChange={(anchors) => void edit({ anchors })} />
      <TextField
        label={t('claim.wording')}
        value={claim.wording}
        onCommit={(wording) => edit({ wording })}
        keepAs={`${claim.id} wording`}
        readOnly={!editable}
        multiline
        field="wording"
        placeholder={t('claim.wording.placeholder')}
      />
      <TextField
        label={t('claim.claimant')}
        value={claim.claimant}
        onCommit={(claimant) => edit({ claimant })}
        keepAs={`${claim.id} claimant`}
        readOnly={!editable}
        field="claimant"
        placeholder={t('claim.claimant.placeholder')}
      />
      {scale ? (
        <RatingPicker
          scale={scale}
          ratingId={claim.ratingId}
          disabled={!editable}
          onChange={(ratingId) => void workspace.rate(ratingId)}
        />
      ) : null}
      <VerdictTimeline claim={claim} />
      <Opinions claim={claim} />
      <RichTextField
        label={t('claim.rationale')}
        value={claim.rationale}
        onCommit={(rationale) => edit({ rationale })}
        keepAs={`${claim.id} rationale`}
        readOnly={!editable}
        field="rationale"
        placeholder={t('claim.rationale.placeholder')}
      />
      <EvidenceSummary claim={claim} />
      <ClaimLikeness claim={claim} />
      {editable ? (
        <footer className="annotation-footer">
          <button
            type="button"
            className="button small quiet danger"
            onClick={() => void workspace.execute({ type: 'claim.remove', claimId: claim.id })}
          >
            {t('claim.remove')}
          </button>
        </footer>
      ) : null}
    </div>
  );
}
