import { type Document, Element, type ParentNode, Text } from 'domhandler';
import { escapeAttribute, escapeText } from 'entities';
import { findArticle } from './readability.ts';
import { elementsBelow } from './tree.ts';

/** The elements whose text belongs to a page's article, rather than to the menus around it. */
export interface JudgedArticle {
  holds(element: Element): boolean;
  byline: string;
}

/** With more nodes a page is no article, and judging it would take seconds. */
const NODES_LIMIT = 60_000;
/** All that Readability looks at in an element. */
const ATTRIBUTES = [
  'class',
  'id',
  'role',
  'rel',
  'href',
  'src',
  'style',
  'hidden',
  'aria-hidden',
  'aria-modal',
  'itemprop',
  'itemtype',
  'property',
  'name',
  'content',
  'alt',
  'dir',
];
const LEFT_OUT = new Set(
  'script style template iframe svg noscript noembed noframes plaintext select textarea xmp'.split(' '),
);
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
const MARK = 'data-u';

/**
 * Asks Readability which elements are the article. It is given a copy in which each element carries a number, as the
 * name of an attribute, since it merges elements and keeps the attributes of both. So the article is read from the
 * page itself, and embeds, which the copy does not have, cannot be lost.
 * @param nodes how many there are in the tree
 * @returns null where the page is too small to judge, or too large
 */
export function judgeArticle(
  tree: Document,
  nodes: number,
  embeds: ReadonlySet<Element>,
): JudgedArticle | null {
  if (nodes > NODES_LIMIT) return null;
  const numbers = new Map<Element, string>();
  for (const element of elementsBelow(tree)) numbers.set(element, `${MARK}${numbers.size}`);
  const copy: string[] = [];
  write(copy, tree, numbers, embeds);
  const found = findArticle(`<!doctype html>${copy.join('')}`);
  if (found === null) return null;
  return {
    holds: (element) => found.attributes.has(numbers.get(element) ?? ''),
    byline: found.byline,
  };
}

function write(
  copy: string[],
  node: ParentNode,
  numbers: ReadonlyMap<Element, string>,
  leave: ReadonlySet<Element>,
): void {
  for (const child of node.children) {
    if (child instanceof Text) copy.push(escapeText(child.data));
    if (!(child instanceof Element) || LEFT_OUT.has(child.name) || leave.has(child)) continue;
    const { name, attribs } = child;
    copy.push('<', name, ' ', numbers.get(child) ?? '');
    for (const attribute of ATTRIBUTES) {
      const value = attribs[attribute];
      // Readability turns links to scripts into bare text, which has no number.
      if (value === undefined || /^\s*javascript:/iu.test(value)) continue;
      copy.push(' ', attribute, '="', escapeAttribute(value), '"');
    }
    copy.push('>');
    if (VOID.has(name)) continue;
    write(copy, child, numbers, leave);
    copy.push('</', name, '>');
  }
}
