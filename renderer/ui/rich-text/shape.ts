import { LinkNode } from '@lexical/link';
import { $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  TextNode,
} from 'lexical';
import { isLinkAddress } from './link-address.ts';

/**
 * Keeps an editor inside the shape of `app/rich-text.ts`, whichever way something came in (paste, drop, a shortcut of
 * the browser), so that what is on the screen is what will be saved. Returns the undo.
 */
export function holdShape(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      const format = node.getFormat() & (IS_BOLD | IS_ITALIC);
      if (node.getFormat() !== format) node.setFormat(format);
      if (node.getStyle() !== '') node.setStyle('');
    }),
    editor.registerNodeTransform(HeadingNode, (node) => {
      node.replace($createParagraphNode(), true);
    }),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getListType() === 'check') node.setListType('bullet');
      if (node.getStart() !== 1) node.setStart(1);
    }),
    editor.registerNodeTransform(ListItemNode, (node) => {
      for (const child of node.getChildren()) if ($isListNode(child)) $liftItems(node, child);
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if (isLinkAddress(node.getURL())) return;
      for (const child of node.getChildren()) node.insertBefore(child);
      node.remove();
    }),
    ...[ParagraphNode, QuoteNode, ListNode, ListItemNode].map((block) =>
      editor.registerNodeTransform<ElementNode>(block, (node) => {
        if (node.getFormatType() !== '') node.setFormat('');
        if (node.getIndent() !== 0) node.setIndent(0);
      }),
    ),
  );
}

/** The items of an inner list go behind the item that held them. */
function $liftItems(holder: ListItemNode, inner: ListNode): void {
  const items = inner.getChildren();
  inner.remove();
  for (const item of items.reverse()) holder.insertAfter(item);
  if (holder.isEmpty()) holder.remove();
}
