import type { StoryQuote } from '../../app/evidence.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { goToWords } from '../store/go-to-words.ts';

/** The story that words were taken from, and the way to them. */
export function StoryQuoteLink({ quote }: { quote: StoryQuote }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const story = useWorkspaceState(({ open }) => open?.project.stories.get(quote.storyKey) ?? null);
  return (
    <div className="field">
      <span className="label">{t('evidence.story')}</span>
      <p className="evidence-story">
        {story?.source?.name ? <strong>{story.source.name}</strong> : null}
        <span lang={story?.lang}>{story?.lead}</span>
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          onClick={() => void goToWords(workspace, quote.storyKey, quote.anchor)}
        >
          {t('evidence.story.go')}
        </button>
      </div>
    </div>
  );
}
