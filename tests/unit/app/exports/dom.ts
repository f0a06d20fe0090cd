import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** The tree that a browser makes of a page. */
export function domOf(html: string): Node {
  return parse(html);
}

export function elements(node: Node): Element[] {
  return childrenOf(node).flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []));
}

export function withClass(node: Node, name: string): Element[] {
  return elements(node).filter((element) => classesOf(element).includes(name));
}

export function classesOf(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(' ');
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null;
}

/** All text below a node, but for what stands in elements of a class in `without`. */
export function textOf(node: Node, without: readonly string[] = []): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if ('tagName' in node && classesOf(node).some((name) => without.includes(name))) return '';
  return childrenOf(node)
    .map((child) => textOf(child, without))
    .join('');
}

export function comments(node: Node): Node[] {
  return childrenOf(node).flatMap((child) => (child.nodeName === '#comment' ? [child] : comments(child)));
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
