import { useState } from 'react';
import type { ComparedStory } from '../../app/likeness/compared-story.ts';
import type { Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { jumpTo } from '../store/trail.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { BesideStory } from './BesideStory.tsx';
import { SimilarList } from './SimilarList.tsx';
import { useSimilar } from './use-similar.ts';
import './likeness.css';

interface Props {
  dumpId: string;
  story: Story;
  /** The claim that is to be carried to the others; null: they are only looked at. */
  claimId: string | null;
}

/** Who else reports a story, and who says something else about the same link: side by side, word by word. */
export function SimilarDialog({ dumpId, story, claimId }: Props) {
  const { t, problem } = useTranslator();
  const workspace = useWorkspace();
  const state = useSimilar(dumpId, story.ordinal);
  const close = () => workspace.show(null);
  return (
    <Dialog title={t('similar.title')} onClose={close} className="similar-dialog">
      {state.kind === 'looking' ? (
        <div className="similar-looking" role="status">
          <label>
            {t('similar.looking')} <progress max={1} value={state.done} />
          </label>
        </div>
      ) : null}
      {state.kind === 'failed' ? <p role="alert">{problem(state.problem)}</p> : null}
      {state.kind === 'found' ? (
        <Found dumpId={dumpId} story={story} claimId={claimId} similar={state.similar} onLeave={close} />
      ) : null}
    </Dialog>
  );
}

type FoundProps = Props & {
  similar: Extract<ReturnType<typeof useSimilar>, { kind: 'found' }>['similar'];
  onLeave: () => void;
};

function Found({ dumpId, story, claimId: firstClaimId, similar, onLeave }: FoundProps) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? true);
  const groups = [
    { title: t('similar.also', { count: similar.alike.total }), link: null, stories: similar.alike.stories },
    ...similar.links.map(({ link, stories }) => ({
      title: t('similar.contrast', { count: stories.length }),
      link,
      stories,
    })),
  ].filter(({ stories }) => stories.length > 0);
  const all = groups.flatMap(({ stories }) => stories);
  const [claimId, chooseClaim] = useState(firstClaimId);
  const [chosen, choose] = useState<ComparedStory | null>(all[0] ?? null);
  if (chosen === null) return <p>{t('similar.none')}</p>;
  const next = all[all.indexOf(chosen) + 1] ?? null;
  return (
    <div className="similar">
      <SimilarList groups={groups} chosen={chosen} onChoose={choose} total={similar.alike.total} />
      <BesideStory
        key={chosen.ordinal}
        dumpId={dumpId}
        story={story}
        other={chosen}
        claimId={claimId}
        onChooseClaim={chooseClaim}
        editable={!readOnly}
        onNext={next ? () => choose(next) : null}
        onOpen={() => {
          onLeave();
          void jumpTo(workspace, chosen.ordinal);
        }}
      />
    </div>
  );
}
