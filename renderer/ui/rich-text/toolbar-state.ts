import { $isLinkNode } from '@lexical/link';
import { $isListNode } from '@lexical/list';
import { $isQuoteNode } from '@lexical/rich-text';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

/** What the toolbar shows as pressed: the looks where the caret is. */
export interface ToolbarState {
  bold: boolean;
  italic: boolean;
  bullets: boolean;
  numbers: boolean;
  quote: boolean;
  /** The address of the link that the caret is in; null outside of links. */
  link: string | null;
}

export const NOTHING_PRESSED: ToolbarState = {
  bold: false,
  italic: false,
  bullets: false,
  numbers: false,
  quote: false,
  link: null,
};

export function readToolbarState(editor: LexicalEditor): ToolbarState {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return NOTHING_PRESSED;
    const node = selection.anchor.getNode();
    const around = <T extends LexicalNode>(is: (node: LexicalNode) => node is T): T | null =>
      $findMatchingParent(node, is) as T | null;
    const list = around((candidate) => $isListNode(candidate));
    return {
      bold: selection.hasFormat('bold'),
      italic: selection.hasFormat('italic'),
      bullets: list?.getListType() === 'bullet',
      numbers: list?.getListType() === 'number',
      quote: around((candidate) => $isQuoteNode(candidate)) !== null,
      link: around((candidate) => $isLinkNode(candidate))?.getURL() ?? null,
    };
  });
}
