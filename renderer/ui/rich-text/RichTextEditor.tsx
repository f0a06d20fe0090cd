import {
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isEmpty, type RichText } from '../../../app/rich-text.ts';
import { isComposing } from '../../keys/keymap.ts';
import { focusReading, useFocusField } from '../focus.ts';
import type { DraftField } from '../use-draft.ts';
import { buildEditor, readRichText, writeRichText } from './build-editor.ts';
import { sameRichText } from './normal-form.ts';
import { Toolbar } from './Toolbar.tsx';
import './rich-text.css';

interface Props {
  draft: DraftField<RichText>;
  labelId: string;
  placeholder: string;
  field: string;
}

/** Lexical on a draft. Takes the focus as it appears; undo and redo in it are its own. */
export function RichTextEditor({ draft, labelId, placeholder, field }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<LexicalEditor | null>(null);
  const latest = useRef(draft);
  latest.current = draft;

  // Before the next key can come, which would go to the text that the editor has just taken the place of.
  useLayoutEffect(() => {
    const made = buildEditor(latest.current.value);
    const stop = mergeRegister(
      made.registerUpdateListener(() => {
        const value = readRichText(made);
        if (!sameRichText(value, latest.current.value)) latest.current.edit(value);
      }),
      made.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          if (isComposing(event)) return false;
          void latest.current.flush();
          focusReading();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      made.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!event || isComposing(event) || !(event.ctrlKey || event.metaKey)) return false;
          event.preventDefault();
          void latest.current.flush();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
    made.setRootElement(root.current);
    // At once and not a moment later, as `focus()` would: who types right away must find the caret in its place.
    root.current?.focus({ preventScroll: true });
    made.update(() => void $getRoot().selectEnd(), { discrete: true });
    setEditor(made);
    return () => {
      stop();
      made.setRootElement(null);
      made.dispose();
    };
  }, []);
  useFocusField(field, () => editor?.focus());

  useEffect(() => {
    if (!editor || editor.isComposing() || sameRichText(readRichText(editor), draft.value)) return;
    writeRichText(editor, draft.value);
  }, [editor, draft.value]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears of what its toolbar and text do.
    <div
      className="rich-text-editor"
      onFocus={draft.focusIn}
      onBlur={(event) => {
        // From the text to its toolbar and back is still the same field.
        if (!event.currentTarget.contains(event.relatedTarget)) draft.focusOut();
      }}
      onCompositionStart={draft.compositionStart}
      onCompositionEnd={draft.compositionEnd}
    >
      {editor ? <Toolbar editor={editor} /> : null}
      <div className="rich-text-frame">
        {/* biome-ignore lint/a11y/useSemanticElements: a textarea holds no lists and links. */}
        <div
          ref={root}
          className="rich-text rich-text-input"
          contentEditable
          role="textbox"
          aria-multiline
          aria-labelledby={labelId}
          aria-placeholder={placeholder}
          tabIndex={0}
          suppressContentEditableWarning
        />
        {isEmpty(draft.value) && draft.value.length === 0 ? (
          <p className="rich-text-placeholder" aria-hidden>
            {placeholder}
          </p>
        ) : null}
      </div>
    </div>
  );
}
