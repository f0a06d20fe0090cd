import type { SerializedEditorState, SerializedLexicalNode } from 'lexical';
import { IS_BOLD, IS_ITALIC } from 'lexical';
import type { Block, Inline, RichText } from '../../../app/rich-text.ts';
import { isLinkAddress } from './link-address.ts';
import { inlineOf, normalForm } from './normal-form.ts';

/** A serialised node as far as it is looked at here: what an editor holds may come from a paste, so nothing is taken for granted. */
interface Node extends SerializedLexicalNode {
  children?: Node[];
  text?: string;
  format?: number | string;
  url?: string;
  listType?: string;
}

type Look = Omit<Inline, 'text'>;

/** What the editor holds, in our shape. Looks that the shape does not know are dropped; words never are. */
export function fromLexical(state: SerializedEditorState): RichText {
  return normalForm(state.root.children.flatMap((node) => blocksOf(node as Node)));
}

function blocksOf(node: Node): Block[] {
  switch (node.type) {
    case 'list':
      return [{ kind: 'list', ordered: node.listType === 'number', items: itemsOf(node) }];
    case 'quote':
      return [{ kind: 'quote', children: inlinesOf(node, {}) }];
    default:
      return [{ kind: 'paragraph', children: inlinesOf(node, {}) }];
  }
}

/** Lists are flat: the items of an inner list follow the item that held it. */
function itemsOf(list: Node): Inline[][] {
  return (list.children ?? []).flatMap((item) => {
    const inner = (item.children ?? []).filter((child) => child.type === 'list');
    const own = { ...item, children: (item.children ?? []).filter((child) => child.type !== 'list') };
    const holder = inner.length > 0 && own.children.length === 0;
    return [...(holder ? [] : [inlinesOf(own, {})]), ...inner.flatMap(itemsOf)];
  });
}

function inlinesOf(node: Node, look: Look): Inline[] {
  switch (node.type) {
    case 'text':
    case 'tab':
      return [inlineOf(node.text ?? '', lookOf(node, look))];
    case 'linebreak':
      return [inlineOf('\n', look)];
    case 'link':
    case 'autolink': {
      const href = node.url ?? '';
      return insideOf(node, isLinkAddress(href) ? { ...look, href } : look);
    }
    default:
      return insideOf(node, look);
  }
}

/** Blocks inside a block, as a paste may bring them, are lines. */
function insideOf(node: Node, look: Look): Inline[] {
  return (node.children ?? []).flatMap((child, index) => [
    ...(index > 0 && isBlock(child) ? [inlineOf('\n', look)] : []),
    ...inlinesOf(child, look),
  ]);
}

function isBlock({ type }: Node): boolean {
  return ['paragraph', 'heading', 'quote', 'list', 'listitem'].includes(type);
}

function lookOf(node: Node, look: Look): Look {
  const format = typeof node.format === 'number' ? node.format : 0;
  return {
    ...look,
    ...(format & IS_BOLD ? { bold: true as const } : {}),
    ...(format & IS_ITALIC ? { italic: true as const } : {}),
  };
}
