import { useEffect, useId, useRef, useState } from 'react';
import type { StoryFilter } from '../../app/contract.ts';
import type { Problem } from '../../app/problem.ts';
import { useTranslator } from '../i18n/context.ts';
import { isComposing } from '../keys/keymap.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { SearchHelp } from './SearchHelp.tsx';
import { queryProblem } from './search-query.ts';
import './search.css';

/** A person pauses about this long between keys when they wait for an answer, in ms. */
const REST = 200;

/**
 * Search over the whole dump while typing, in the query language. Enter goes to the next hit; an input method's own
 * Enter does not.
 */
export function SearchField() {
  const workspace = useWorkspace();
  const { t, problem: messageOf } = useTranslator();
  const filter = useWorkspaceState((state) => state.filter);
  const [text, setText] = useState(filter.query);
  const [problem, setProblem] = useState<Problem | null>(null);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  // Cleared elsewhere, as by "clear all filters" or another dump.
  useEffect(() => {
    if (field.current !== document.activeElement) {
      setText(filter.query);
      setProblem(null);
    }
  }, [filter.query]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const change = (changes: Partial<StoryFilter>) => {
    const current = workspace.state.get().filter;
    workspace.state.update({ currentHit: null });
    void workspace.filterStories({ ...current, ...changes });
  };
  const search = (query: string) => {
    window.clearTimeout(timer.current);
    const wrong = queryProblem(query);
    setProblem(wrong);
    // Half a query stands for nothing: the list stays as it is.
    if (wrong === null && workspace.state.get().filter.query !== query) change({ query });
  };
  const toggle = (name: keyof StoryFilter['matching']) =>
    change({ matching: { ...filter.matching, [name]: !filter.matching[name] } });

  return (
    <div className="search-field">
      <div className="search-row">
        <input
          id="search"
          ref={field}
          type="search"
          className="input"
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          aria-invalid={problem !== null}
          aria-describedby={problem ? id : undefined}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            const { value } = event.target;
            setText(value);
            window.clearTimeout(timer.current);
            // Half a word in an input method is not what the person looks for.
            if (!composing.current) timer.current = window.setTimeout(() => search(value), REST);
          }}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            search(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              if (text === workspace.state.get().filter.query)
                runAction(workspace, event.shiftKey ? 'previous-hit' : 'next-hit');
              else search(text);
            }
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              if (text !== '') {
                setText('');
                search('');
              } else document.querySelector<HTMLElement>('#reading')?.focus();
            }
          }}
        />
        <button
          type="button"
          className="button quiet small search-toggle"
          aria-pressed={filter.matching.exact}
          title={t('search.exact')}
          onClick={() => toggle('exact')}
        >
          <span aria-hidden="true">Aa</span>
          <span className="visually-hidden">{t('search.exact')}</span>
        </button>
        <button
          type="button"
          className="button quiet small search-toggle"
          aria-pressed={filter.matching.kana}
          title={t('search.kana')}
          onClick={() => toggle('kana')}
        >
          <span aria-hidden="true">あア</span>
          <span className="visually-hidden">{t('search.kana')}</span>
        </button>
        <SearchHelp />
      </div>
      {problem ? (
        <p id={id} className="field-problem" role="alert">
          {messageOf(problem)}
        </p>
      ) : null}
    </div>
  );
}
