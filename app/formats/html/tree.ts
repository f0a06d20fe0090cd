import { type ChildNode, Element, type ParentNode, Text } from 'domhandler';
import { type HtmlText, HtmlTextReader } from '../reading/html-text.ts';

/** All elements below a node, in document order. */
export function* elementsBelow(root: ParentNode): Generator<Element> {
  for (let node = following(root, root); node !== null; node = following(node, root)) {
    if (node instanceof Element) yield node;
  }
}

/** The node behind a node in document order, within a root. */
function following(node: ParentNode | ChildNode, root: ParentNode): ChildNode | null {
  const first = 'children' in node ? node.children[0] : undefined;
  if (first !== undefined) return first;
  let last: ParentNode | ChildNode | null = node;
  while (last !== null && last !== root && last.next === null) last = last.parent;
  return last === null || last === root ? null : last.next;
}

export function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}

export function classesOf(element: Element): string[] {
  return (element.attribs.class ?? '').split(/\s+/u);
}

/** Trees are no deeper than browsers make them, so that functions may call themselves on them. */

/** The text below a node as it is written, white space and all. */
export function rawText(node: ParentNode): string {
  return node.children
    .map((child) => (child instanceof Text ? child.data : child instanceof Element ? rawText(child) : ''))
    .join('');
}

/** Classes of what is there for screen readers, or to edit the page. */
export const UNSEEN = ['sr-only', 'visually-hidden', 'screen-reader-text', 'mw-editsection'];

/** What an element says to a reader. */
export function readElement(element: Element): HtmlText {
  const reader = new HtmlTextReader(UNSEEN);
  readInto(reader, element);
  return reader.result();
}

function readInto(reader: HtmlTextReader, node: ChildNode): void {
  if (node instanceof Text) reader.ontext(node.data);
  if (!(node instanceof Element)) return;
  reader.onopentag(node.name, node.attribs);
  for (const child of node.children) readInto(reader, child);
  reader.onclosetag();
}

/** The element behind an element, if nothing but blanks stands between them. */
export function nextElement(element: Element): Element | null {
  let next = element.next;
  while (next instanceof Text && next.data.trim() === '') next = next.next;
  return next instanceof Element ? next : null;
}
