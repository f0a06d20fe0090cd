import { storyKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { type OpenStory, useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { roveFocus } from '../ui/roving.ts';
import { DismissedSuggestions } from './DismissedSuggestions.tsx';
import { SuggestionItem } from './SuggestionItem.tsx';
import { useSuggestions } from './use-suggestions.ts';
import './suggestions.css';

/** What the rules hold to be worth checking in the open story. Nothing becomes of it until a person says so. */
export function SuggestionsSection({ open, story }: Pick<OpenStory, 'open' | 'story'>) {
  const key = storyKey(open.currentDumpId ?? '', story.id);
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const shown = useWorkspaceState((state) => state.suggestionsShown);
  const { suggestions, current } = useSuggestions(open.project, key, story);
  const dismissed = open.project.dismissedSuggestions.get(key)?.sentences ?? [];
  const place = current ? suggestions.indexOf(current) + 1 : 0;
  return (
    <details
      className="fold suggestions"
      open={shown}
      onToggle={(event) => workspace.state.update({ suggestionsShown: event.currentTarget.open })}
    >
      <summary>
        {t('suggest.title')} <span className="suggestions-count">{suggestions.length}</span>
        {suggestions.length > 0 ? <KeyHint action="next-suggestion" /> : null}
      </summary>
      <p role="status" className="visually-hidden">
        {current
          ? t('suggest.current', {
              place,
              count: suggestions.length,
              words: story.text.slice(current.start, current.end),
            })
          : ''}
      </p>
      {suggestions.length === 0 ? (
        <p className="faint">{t('suggest.none')}</p>
      ) : (
        <ul
          className="annotations"
          aria-label={t('suggest.count', { count: suggestions.length })}
          onKeyDown={(event) => {
            const onHead = event.target instanceof HTMLElement && event.target.matches('.suggestion-head');
            if (onHead) roveFocus(event, '.suggestion-head', 'vertical');
          }}
        >
          {suggestions.map((suggestion) => (
            <SuggestionItem
              key={suggestion.start}
              suggestion={suggestion}
              story={story}
              current={suggestion === current}
              editable={editable}
            />
          ))}
        </ul>
      )}
      <footer className="suggestions-footer">
        {dismissed.length > 0 ? (
          <DismissedSuggestions storyKey={key} dismissed={dismissed} editable={editable} />
        ) : (
          <span />
        )}
        <button
          type="button"
          className="button small quiet"
          onClick={() => workspace.show({ kind: 'settings', page: 'suggestions' })}
        >
          {t('suggest.rules')}
        </button>
      </footer>
    </details>
  );
}
