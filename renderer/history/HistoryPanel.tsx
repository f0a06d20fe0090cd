import type { StoryKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import type { OpenProject } from '../store/state.ts';
import { PastList } from './PastList.tsx';
import { usePast } from './use-past.ts';
import './history.css';

/** What was done to the open story, from the first time it was touched. */
export function HistoryPanel({ storyKey, open }: { storyKey: StoryKey; open: OpenProject }) {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const past = usePast(storyKey);
  return (
    <>
      <div className="history-head">
        <h3 className="inspector-lead">{t('history.of-story')}</h3>
        <button
          type="button"
          className="button quiet small"
          onClick={() => workspace.show({ kind: 'project-history' })}
        >
          {t('history.whole')}
        </button>
      </div>
      {past ? <PastList past={past} open={open} storyKey={storyKey} /> : null}
    </>
  );
}
