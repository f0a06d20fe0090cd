import type { StoryKey } from '../../app/story.ts';
import type { Dismissal } from '../../app/suggest/dismissal.ts';
import { useTranslator } from '../i18n/context.ts';
import { Quote } from '../inspector/Quote.tsx';
import { useWorkspace } from '../store/context.ts';

interface Props {
  storyKey: StoryKey;
  dismissed: readonly Dismissal[];
  editable: boolean;
}

/** The sentences of a story that are not suggested any more, and the way back for each. */
export function DismissedSuggestions({ storyKey, dismissed, editable }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const inOrder = [...dismissed].sort((a, b) => a.anchor.start - b.anchor.start);
  return (
    <details className="fold">
      <summary>{t('suggest.dismissed', { count: dismissed.length })}</summary>
      <ul className="annotations">
        {inOrder.map(({ id, anchor }) => (
          <li key={id} className="dismissed-suggestion">
            <Quote anchor={anchor} short />
            {editable ? (
              <button
                type="button"
                className="button small quiet"
                onClick={() =>
                  void workspace.execute({ type: 'suggestion.restore', storyKey, dismissalId: id })
                }
              >
                {t('suggest.restore')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
