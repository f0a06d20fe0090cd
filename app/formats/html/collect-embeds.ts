import { type Document, Element } from 'domhandler';
import { type EmbeddedPost, readEmbeddedPost } from './embedded-post.ts';
import { isEmbed } from './embeds.ts';
import { parseTree } from './page-pieces.ts';

/** The embeds of a page, wherever they stand in it, in document order; null for those that say nothing. */
export function collectEmbeds(tree: Document, base: string): Map<Element, EmbeddedPost | null> {
  const found = new Map<Element, EmbeddedPost | null>();
  collect(tree, base, found);
  return found;
}

/** The embeds in a piece of HTML that say something, in order. */
export function embedsIn(html: string, base = ''): EmbeddedPost[] {
  return [...collectEmbeds(parseTree(html), base).values()].filter((post) => post !== null);
}

function collect(node: Document | Element, base: string, found: Map<Element, EmbeddedPost | null>): void {
  for (const child of node.children) {
    if (!(child instanceof Element)) continue;
    if (isEmbed(child)) found.set(child, readEmbeddedPost(child, base));
    else collect(child, base, found);
  }
}
