import { type Document, Element, type ParentNode, Text } from 'domhandler';
import { escapeAttribute, escapeText } from 'entities';
import { type FoundArticle, findArticle } from './readability.ts';
import { elementsBelow, rawText } from './tree.ts';

/** The elements whose text belongs to a page's article, rather than to the menus around it. */
export interface JudgedArticle {
  /** null: the element is judged as its parent is. */
  holds(element: Element): boolean | null;
  /** Who wrote it; empty where nobody knows. */
  byline: string;
}

/** With more nodes a page is no article, and judging it would take seconds. */
const NODES_LIMIT = 60_000;
/** A shorter paragraph is no sign of an article, and so many in UTF-16 units over that are: Mozilla's way to tell. */
const PARAGRAPH_LENGTH = 50;
const ENOUGH = 20;
/** Readability takes them for no part of an article in any case, or has no use for them. */
const LEFT_OUT = new Set(
  (
    'applet area aside audio base button canvas dialog embed footer frame head hr iframe input link map math meta nav ' +
    'noembed noframes noscript object param plaintext script select source style svg template textarea track video xmp'
  ).split(' '),
);
/** Elements within a line, which Readability looks at only if they have a name of some kind. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s ' +
    'samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
const LOOKED_AT = new Set(['a', 'br', 'img']);
/** These are there already. */
const WHOLE = new Set(['html', 'body']);
/** Of other names the copy would not be well-formed. */
const NAME = /^[a-z][a-z0-9-]*$/u;
const VOID = new Set(['br', 'img', 'wbr', 'col']);
const NAMES = [
  'class',
  'id',
  'role',
  'rel',
  'itemprop',
  'itemtype',
  'hidden',
  'aria-hidden',
  'aria-modal',
  'style',
];

/**
 * Asks Readability which elements are the article. It is given a copy of what it looks at, in which elements carry a
 * number as the name of an attribute, since it merges elements and keeps the attributes of both. So the article is
 * read from the page itself, and embeds, which the copy does not have, cannot be lost.
 * @param nodes how many there are in the tree
 * @returns null where the page is too small to judge, or too large
 */
export function judgeArticle(
  tree: Document,
  nodes: number,
  embeds: ReadonlySet<Element>,
): JudgedArticle | null {
  if (nodes > NODES_LIMIT || !hasParagraphs(tree)) return null;
  const copy = new PageCopy(embeds);
  copy.write(tree);
  const found = foundIn(`<html><head></head><body>${copy.parts.join('')}</body></html>`);
  if (found === null) return null;
  return {
    holds(element) {
      const number = copy.numbers.get(element);
      return number === undefined
        ? LEFT_OUT.has(element.name)
          ? false
          : null
        : found.attributes.has(number);
    },
    byline: found.byline,
  };
}

/** A page that Readability stumbles over is read as a whole. */
function foundIn(html: string): FoundArticle | null {
  try {
    return findArticle(html);
  } catch {
    return null;
  }
}

function hasParagraphs(tree: Document): boolean {
  let score = 0;
  for (const element of elementsBelow(tree)) {
    const { name } = element;
    if (name !== 'p' && name !== 'pre' && name !== 'article' && !(name === 'div' && hasBreaks(element)))
      continue;
    score += Math.sqrt(Math.max(0, rawText(element).trim().length - PARAGRAPH_LENGTH));
    if (score > ENOUGH) return true;
  }
  return false;
}

function hasBreaks(element: Element): boolean {
  return element.children.some((child) => child instanceof Element && child.name === 'br');
}

class PageCopy {
  readonly parts: string[] = [];
  readonly numbers = new Map<Element, string>();
  private readonly embeds: ReadonlySet<Element>;

  constructor(embeds: ReadonlySet<Element>) {
    this.embeds = embeds;
  }

  write(node: ParentNode): void {
    for (const child of node.children) {
      if (child instanceof Text) this.text(child.data);
      else if (child instanceof Element && !LEFT_OUT.has(child.name) && !this.embeds.has(child))
        this.element(child);
    }
  }

  private text(text: string): void {
    if (text.trim() !== '') this.parts.push(escapeText(text));
  }

  private element(element: Element): void {
    const { name } = element;
    const names = namesOf(element);
    const isInline = INLINE.has(name) && names === '';
    if ((isInline && !LOOKED_AT.has(name)) || WHOLE.has(name) || !NAME.test(name)) {
      this.write(element);
      return;
    }
    this.parts.push('<', name);
    if (!isInline) {
      const number = `data-u${this.numbers.size}`;
      this.numbers.set(element, number);
      this.parts.push(` ${number}=""`, names);
    }
    this.parts.push(addressOf(element));
    if (VOID.has(name)) this.parts.push('/>');
    else {
      this.parts.push('>');
      this.write(element);
      this.parts.push('</', name, '>');
    }
  }
}

function namesOf({ attribs }: Element): string {
  let names = '';
  for (const name of NAMES) {
    const value = attribs[name];
    if (value !== undefined) names += ` ${name}="${escapeAttribute(value)}"`;
  }
  return names;
}

/** Where a link leads counts only as far as it stays in the page. */
function addressOf({ name, attribs }: Element): string {
  if (name === 'img') return ' src="/"';
  return name === 'a' && attribs.href?.startsWith('#') ? ' href="#"' : '';
}
