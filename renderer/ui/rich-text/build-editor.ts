import { buildEditorFromExtensions } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import {
  configExtension,
  defineExtension,
  type EditorThemeClasses,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalEditorWithDispose,
} from 'lexical';
import type { RichText } from '../../../app/rich-text.ts';
import { fromLexical } from './from-lexical.ts';
import { isLinkAddress } from './link-address.ts';
import { holdShape } from './shape.ts';
import { toLexical } from './to-lexical.ts';

/** The static view has the same elements, so one style sheet does for both. */
const theme: EditorThemeClasses = { text: { bold: 'rich-bold', italic: 'rich-italic' } };

/** An editor that is not on the screen yet: give it a root element, and `dispose()` of it in the end. */
export function buildEditor(value: RichText): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'uratori/rich-text',
      namespace: 'uratori',
      theme,
      dependencies: [
        RichTextExtension,
        HistoryExtension,
        ListExtension,
        configExtension(LinkExtension, { validateUrl: isLinkAddress }),
      ],
      $initialEditorState: null,
      onError: (error) => {
        throw error;
      },
      register: holdShape,
    }),
  );
  writeRichText(editor, value);
  return editor;
}

export function readRichText(editor: LexicalEditor): RichText {
  return fromLexical(editor.getEditorState().toJSON());
}

/** Shows another value, such as one that an undo brought back. Never call it while the editor is composing. */
export function writeRichText(editor: LexicalEditor, value: RichText): void {
  editor.setEditorState(stateOf(editor, value), { tag: HISTORY_MERGE_TAG });
}

function stateOf(editor: LexicalEditor, value: RichText) {
  return editor.parseEditorState(toLexical(value));
}
