import { useEffect, useRef, useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { isComposing } from '../keys/keymap.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** A person pauses about this long between keys when they wait for an answer, in ms. */
const REST = 200;

/** Search over the whole dump while typing. Enter goes to the next hit; an input method's own Enter does not. */
export function SearchField() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const filter = useWorkspaceState((state) => state.filter);
  const [text, setText] = useState(filter.query);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);

  // Cleared elsewhere, as by "clear all filters" or another dump.
  useEffect(() => {
    if (field.current !== document.activeElement) setText(filter.query);
  }, [filter.query]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const search = (query: string) => {
    window.clearTimeout(timer.current);
    const current = workspace.state.get().filter;
    if (current.query === query) return;
    workspace.state.update({ currentHit: null });
    void workspace.filterStories({ ...current, query });
  };
  return (
    <input
      id="search"
      ref={field}
      type="search"
      className="input"
      placeholder={t('search.placeholder')}
      aria-label={t('search.label')}
      value={text}
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
  );
}
