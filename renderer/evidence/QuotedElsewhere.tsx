import type { Claim } from '../../app/claim.ts';
import type { StoryKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { goTo } from '../store/stepping.ts';

/** The claims of other stories that words of this one are evidence for, and the way to them. */
export function QuotedElsewhere({ storyKey }: { storyKey: StoryKey }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const project = useWorkspaceState(({ open }) => open?.project);
  const claims = (project?.citedBy.get(storyKey) ?? []).flatMap((id): Claim[] => {
    const claim = project?.claims.get(id);
    return claim ? [claim] : [];
  });
  if (claims.length === 0) return null;
  return (
    <section className="quoted-elsewhere">
      <h3 className="inspector-lead">{t('evidence.quotedFor')}</h3>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <button
              type="button"
              className="button quiet small"
              onClick={() => void goTo(workspace, { kind: 'claim', id: claim.id }, claim.storyKey)}
            >
              {claim.wording || claim.anchors[0]?.quote}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
