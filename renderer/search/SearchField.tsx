import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { StoryFilter } from '../../app/contract.ts';
import type { Problem } from '../../app/problem.ts';
import { useTranslator } from '../i18n/context.ts';
import { isComposing } from '../keys/keymap.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { RecentQueries } from './RecentQueries.tsx';
import { recentFor, withRecent } from './recent-queries.ts';
import { SearchOptions } from './SearchOptions.tsx';
import { SearchProblem } from './SearchProblem.tsx';
import { problemIn } from './searching.ts';
import './search.css';

/** A person pauses about this long between keys when they wait for an answer, in ms. */
const REST = 150;

/**
 * Search over the whole dump while typing. Enter goes to the next hit; an input method's own Enter does not. Arrow down
 * shows the queries that were used last. A query that is none leaves the list as it is.
 */
export function SearchField() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const id = useId();
  const filter = useWorkspaceState((state) => state.filter);
  const kept = useWorkspaceState((state) => state.settings.recentQueries);
  const [text, setText] = useState(filter.query);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const recent = chosen === null ? [] : recentFor(kept, text);
  const active = chosen !== null && chosen < recent.length ? chosen : null;

  // Cleared elsewhere, as by "clear all filters" or another dump.
  useEffect(() => {
    if (field.current === document.activeElement) return;
    setText(filter.query);
    setProblem(null);
  }, [filter.query]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const search = (query: string, changes: Partial<StoryFilter> = {}) => {
    window.clearTimeout(timer.current);
    const { filter: current, open } = workspace.state.get();
    const found = open && query.trim() !== '' ? problemIn(query, open.project) : null;
    setProblem(found);
    if (found || (current.query === query && Object.keys(changes).length === 0)) return;
    workspace.state.update({ currentHit: null });
    void workspace.filterStories({ ...current, ...changes, query });
  };
  const remember = () => {
    const { settings, filter: current } = workspace.state.get();
    if (current.query.trim() === '' || settings.recentQueries[0] === current.query.trim()) return;
    void workspace.changeSettings({ recentQueries: withRecent(settings.recentQueries, current.query) });
  };
  const take = (query: string) => {
    setText(query);
    setChosen(null);
    search(query);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const listed = recentFor(kept, text).length;
      if (listed === 0) return;
      const next = (chosen ?? -1) + (key === 'ArrowDown' ? 1 : -1);
      setChosen(next < 0 ? null : Math.min(next, listed - 1));
    } else if (key === 'Enter') {
      const query = active === null ? undefined : recent[active];
      if (query !== undefined) take(query);
      else if (text !== workspace.state.get().filter.query) search(text);
      else runAction(workspace, event.shiftKey ? 'previous-hit' : 'next-hit');
      remember();
    } else if (key === 'Escape') {
      event.stopPropagation();
      if (chosen !== null) setChosen(null);
      else if (text !== '') take('');
      else document.querySelector<HTMLElement>('#reading')?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="search-field">
      <input
        id="search"
        ref={field}
        type="text"
        role="combobox"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        className="input"
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        aria-expanded={recent.length > 0}
        aria-controls={`${id}-recent`}
        aria-activedescendant={active === null ? undefined : `${id}-recent-${active}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        value={text}
        onChange={(event) => {
          const { value } = event.target;
          setText(value);
          setChosen(null);
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
        onKeyDown={press}
        onBlur={() => {
          setChosen(null);
          remember();
        }}
      />
      <SearchOptions matching={filter.matching} onChange={(matching) => search(text, { matching })} />
      <RecentQueries id={`${id}-recent`} queries={recent} active={active} onChoose={take} />
      {problem ? <SearchProblem id={`${id}-problem`} query={text} problem={problem} /> : null}
    </div>
  );
}
