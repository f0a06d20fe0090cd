import type { StoryKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { goToStory } from '../store/stepping.ts';

/** The story that a change was about, to go to. */
export function StoryOfLine({ storyKey }: { storyKey: StoryKey }) {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const story = useWorkspaceState((state) => state.open?.project.stories.get(storyKey) ?? null);
  if (!story) return null;
  return (
    <button
      type="button"
      className="link history-story"
      onClick={() => {
        workspace.show(null);
        void goToStory(workspace, storyKey);
      }}
    >
      {story.source?.name ?? t('story.no-source')}: {story.lead}
    </button>
  );
}
