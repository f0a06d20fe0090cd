import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $createParagraphNode, $getSelection, FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslator } from '../../i18n/context.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { roveFocus } from '../roving.ts';
import { LinkForm } from './LinkForm.tsx';
import { SIGNS } from './signs.tsx';
import { NOTHING_PRESSED, readToolbarState } from './toolbar-state.ts';

/** The looks a person can give. One stop for the Tab key; arrows go from button to button. */
export function Toolbar({ editor }: { editor: LexicalEditor }) {
  const { t } = useTranslator();
  const [pressed, setPressed] = useState(NOTHING_PRESSED);
  const [linking, setLinking] = useState(false);
  useEffect(() => editor.registerUpdateListener(() => setPressed(readToolbarState(editor))), [editor]);

  const list = (on: boolean, command: typeof INSERT_ORDERED_LIST_COMMAND) =>
    editor.dispatchCommand(on ? REMOVE_LIST_COMMAND : command, undefined);
  const toggleQuote = () =>
    editor.update(() => {
      const selection = $getSelection();
      if (pressed.quote) $setBlocksType(selection, $createParagraphNode);
      else $setBlocksType(selection, () => $createQuoteNode());
    });
  const button = (label: MessageKey, on: boolean, sign: ReactNode, act: () => void, first = false) => (
    <button
      type="button"
      tabIndex={first ? 0 : -1}
      aria-label={t(label)}
      title={t(label)}
      aria-pressed={on}
      // The text keeps its selection, and an input method its composition.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {sign}
    </button>
  );
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('rich.toolbar')}
        className="rich-text-toolbar"
        onKeyDown={(event) => roveFocus(event, 'button', 'horizontal')}
      >
        {button(
          'rich.bold',
          pressed.bold,
          SIGNS.bold,
          () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
          true,
        )}
        {button('rich.italic', pressed.italic, SIGNS.italic, () =>
          editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'),
        )}
        {button('rich.bullets', pressed.bullets, SIGNS.bullets, () =>
          list(pressed.bullets, INSERT_UNORDERED_LIST_COMMAND),
        )}
        {button('rich.numbers', pressed.numbers, SIGNS.numbers, () =>
          list(pressed.numbers, INSERT_ORDERED_LIST_COMMAND),
        )}
        {button('rich.quote', pressed.quote, SIGNS.quote, toggleQuote)}
        {button('rich.link', pressed.link !== null, SIGNS.link, () => setLinking(!linking))}
      </div>
      {linking ? <LinkForm editor={editor} current={pressed.link} onDone={() => setLinking(false)} /> : null}
    </>
  );
}
