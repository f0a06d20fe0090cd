import { TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslator } from '../../i18n/context.ts';
import { isComposing } from '../../keys/keymap.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import { linkAddressFrom } from './link-address.ts';

interface Props {
  editor: LexicalEditor;
  /** The address of the link that the caret is in. */
  current: string | null;
  onDone: () => void;
}

/** Asks for the address of a link on the selected words; without any, the address itself becomes the words. */
export function LinkForm({ editor, current, onDone }: Props) {
  const { t } = useTranslator();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(current ?? '');
  const [refused, setRefused] = useState(false);
  // The selection as it was: the focus is here meanwhile.
  const [selection] = useState(() => editor.getEditorState().read(() => $getSelection()?.clone() ?? null));
  useEffect(() => input.current?.focus(), []);

  const link = (address: string | null) => {
    editor.update(() => {
      $setSelection(selection?.clone() ?? null);
      const now = $getSelection();
      const bare = address !== null && current === null && $isRangeSelection(now) && now.isCollapsed();
      if (bare) {
        const words = $createTextNode(address);
        now.insertNodes([words]);
        words.select(0);
      }
      editor.dispatchCommand(TOGGLE_LINK_COMMAND, address);
      // What is typed next comes behind the address, not over it.
      if (bare) now.anchor.set(now.focus.key, now.focus.offset, now.focus.type);
    });
    onDone();
    editor.focus();
  };
  const apply = () => {
    const address = linkAddressFrom(typed);
    if (address === null) setRefused(true);
    else link(address);
  };
  return (
    <div className="rich-text-link">
      <label className="label" htmlFor={id}>
        {t('rich.link.address')}
      </label>
      <input
        id={id}
        ref={input}
        className="input"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        placeholder="https://"
        aria-invalid={refused || undefined}
        aria-describedby={refused ? `${id}-problem` : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setRefused(false);
        }}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            apply();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
            editor.focus();
          }
        }}
      />
      {refused ? (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {t('rich.link.invalid')}
        </p>
      ) : null}
      <div className="buttons">
        <button type="button" className="button small" onClick={apply}>
          {t('rich.link.apply')}
        </button>
        {current === null ? null : (
          <>
            <button type="button" className="button small quiet" onClick={() => link(null)}>
              {t('rich.link.remove')}
            </button>
            <ExternalLink url={current}>{t('rich.link.open')}</ExternalLink>
          </>
        )}
      </div>
    </div>
  );
}
