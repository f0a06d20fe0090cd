import type { Claim } from '../../app/claim.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { jumpTo } from '../store/trail.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useLikeness } from './use-likeness.ts';

/** Of a claim: where it was taken over from, and the way to carry its verdict to stories that say the same. */
export function ClaimLikeness({ claim }: { claim: Claim }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const story = useWorkspaceState((state) => state.story);
  const counts = useLikeness(claim.ratingId === null ? null : story);
  const canCarry = editable && claim.ratingId !== null && (counts?.alike ?? 0) > 0;
  if (!canCarry && claim.carriedFrom === null) return null;
  return (
    <div className="claim-likeness">
      {claim.carriedFrom === null ? null : <Origin claimId={claim.carriedFrom} />}
      {canCarry ? (
        <button
          type="button"
          className="button small"
          onClick={() => workspace.show({ kind: 'similar', claimId: claim.id })}
        >
          {t('carry.open', { count: counts?.alike ?? 0 })} <KeyHint action="carry" />
        </button>
      ) : null}
    </div>
  );
}

function Origin({ claimId }: { claimId: string }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const story = useWorkspaceState(({ open }) => {
    const claim = open?.project.claims.get(claimId);
    return (claim && open?.project.stories.get(claim.storyKey)) ?? null;
  });
  if (!story) return <p className="faint">{t('carry.from-gone')}</p>;
  const name = story.source?.name ?? t('story.ordinal', { ordinal: story.ordinal + 1 });
  return (
    <p>
      {t('carry.from', { source: name })}{' '}
      <button
        type="button"
        className="button small quiet"
        onClick={() => {
          const { storyId, dumpId } = story;
          void workspace.attempt(async () => {
            const { ordinal } = await workspace.connection.call('story.find', { dumpId, storyId });
            if (ordinal !== null) await jumpTo(workspace, ordinal);
          });
        }}
      >
        {t('carry.from.show')}
      </button>
    </p>
  );
}
