import type { SerializedLinkNode } from '@lexical/link';
import type { SerializedListItemNode, SerializedListNode } from '@lexical/list';
import type {
  SerializedEditorState,
  SerializedElementNode,
  SerializedLexicalNode,
  SerializedTextNode,
} from 'lexical';
import { IS_BOLD, IS_ITALIC } from 'lexical';
import type { Block, Inline, RichText } from '../../../app/rich-text.ts';
import { normalForm } from './normal-form.ts';

/** What the editor reads. The opposite of `fromLexical`. A line break inside a run becomes a node of its own. */
export function toLexical(rich: RichText): SerializedEditorState {
  const blocks = normalForm(rich).map(blockNode);
  // The editor needs a place for the caret even where nothing is written yet.
  const children = blocks.length > 0 ? blocks : [element('paragraph', [])];
  return { root: element('root', children) as SerializedEditorState['root'] };
}

function blockNode(block: Block): SerializedLexicalNode {
  if (block.kind !== 'list') return element(block.kind, inlineNodes(block.children));
  const items = block.items.map(
    (item, index): SerializedListItemNode => ({
      ...element('listitem', inlineNodes(item)),
      checked: undefined,
      value: index + 1,
    }),
  );
  const list: SerializedListNode = {
    ...element('list', items),
    listType: block.ordered ? 'number' : 'bullet',
    tag: block.ordered ? 'ol' : 'ul',
    start: 1,
  };
  return list;
}

function inlineNodes(inlines: readonly Inline[]): SerializedLexicalNode[] {
  const nodes: SerializedLexicalNode[] = [];
  let link: { href?: string; children: SerializedLexicalNode[] } = { children: [] };
  for (const inline of inlines) {
    if (inline.href === undefined) {
      link = { children: [] };
      nodes.push(...textNodes(inline));
    } else if (link.href === inline.href) {
      link.children.push(...textNodes(inline));
    } else {
      link = { href: inline.href, children: textNodes(inline) };
      const node: SerializedLinkNode = { ...element('link', link.children), url: inline.href };
      nodes.push(node);
    }
  }
  return nodes;
}

function textNodes(inline: Inline): SerializedLexicalNode[] {
  const format = (inline.bold ? IS_BOLD : 0) | (inline.italic ? IS_ITALIC : 0);
  return inline.text
    .split(/(\n|\t)/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return { type: 'linebreak', version: 1 };
      const type = part === '\t' ? 'tab' : 'text';
      const node: SerializedTextNode = {
        type,
        version: 1,
        text: part,
        format,
        detail: type === 'tab' ? 2 : 0,
        mode: 'normal',
        style: '',
      };
      return node;
    });
}

function element(type: string, children: SerializedLexicalNode[]): SerializedElementNode {
  return { type, version: 1, direction: null, format: '', indent: 0, children };
}
