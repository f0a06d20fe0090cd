import type { Relation } from '../../story.ts';
import { absoluteAddress, absoluteAddresses } from '../reading/addresses.ts';
import { htmlBody, htmlTitle } from '../reading/article.ts';
import { withBreaks } from '../reading/html-breaks.ts';
import {
  attributeOf,
  childrenNamed,
  markupOf,
  textOf,
  textOfChild,
  type XmlElement,
} from '../reading/xml-element.ts';
import type { Channel, FeedItem } from './feed-story.ts';

const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'];
/** From the whole text to its summary. `body` is XHTML's, `content` Atom's. */
const BODIES =
  'content:encoded content atom:content body description summary atom:summary media:description itunes:summary'.split(
    ' ',
  );
const PUBLISHED =
  'pubDate published atom:published issued atom:issued dc:date dcterms:issued dcterms:created created'.split(
    ' ',
  );
const UPDATED = ['updated', 'atom:updated', 'modified', 'atom:modified', 'dcterms:modified'];

/** What an `<item>` of RSS or an `<entry>` of Atom says. */
export function itemOf(element: XmlElement, channel: Channel): FeedItem {
  const link = linkOf(element, channel.address);
  const base = link || channel.address;
  const body = bodyOf(element, base);
  return {
    id: textOfChild(element, 'guid', 'id', 'atom:id') || attributeOf(element, 'rdf:about'),
    link,
    title: titleOf(element),
    body: body.text,
    outlet: outletOf(element),
    authors: authorsOf(element),
    published: textOfChild(element, ...PUBLISHED),
    updated: textOfChild(element, ...UPDATED),
    categories: categoriesOf(element),
    links: [...(body.links ?? []), ...linksOf(element, ['via', 'related'], base)],
    media: [
      ...absoluteAddresses(mediaOf(element), base),
      ...linksOf(element, ['enclosure'], base),
      ...(body.media ?? []),
    ],
    relations: relationsOf(element),
  };
}

/** Where a `<link>` leads: RSS writes it as text, Atom as an attribute. */
export function addressOf(element: XmlElement, base: string): string {
  const { rel = 'alternate' } = element.attributes;
  return rel === 'alternate'
    ? (absoluteAddress(attributeOf(element, 'href') || textOf(element), base) ?? '')
    : '';
}

const isAtom = ({ name }: XmlElement) => name === 'entry' || name === 'atom:entry';

function linkOf(element: XmlElement, base: string): string {
  // Services that count clicks keep the article's own address here.
  const original = absoluteAddress(textOfChild(element, 'feedburner:origLink'), '');
  if (original !== null) return original;
  for (const child of [...childrenNamed(element, 'link'), ...childrenNamed(element, 'atom:link')]) {
    const address = addressOf(child, base);
    if (address !== '') return address;
  }
  // A permanent link, or the name of an RSS 1.0 item.
  const guid = childrenNamed(element, 'guid').find((child) => attributeOf(child, 'isPermaLink') !== 'false');
  return absoluteAddress((guid && textOf(guid)) || attributeOf(element, 'rdf:about'), '') ?? '';
}

function linksOf(element: XmlElement, rels: readonly string[], base: string): string[] {
  const links = [...childrenNamed(element, 'link'), ...childrenNamed(element, 'atom:link')];
  const wanted = links.filter((child) => rels.includes(attributeOf(child, 'rel')));
  return absoluteAddresses(
    wanted.map((child) => attributeOf(child, 'href')),
    base,
  );
}

/** RSS puts HTML into headlines, Atom says when it does. */
function titleOf(element: XmlElement): string {
  for (const name of TITLES) {
    for (const child of childrenNamed(element, name)) {
      const plain = textOf(child);
      const isHtml = isAtom(element) ? isMarkup(child) : true;
      const title = (isHtml && htmlTitle(markupOf(child))) || plain;
      if (title !== '') return title;
    }
  }
  return '';
}

function bodyOf(element: XmlElement, base: string): ReturnType<typeof htmlBody> {
  const found: ReturnType<typeof htmlBody>[] = [];
  for (const name of BODIES) {
    for (const child of childrenNamed(element, name)) {
      const body = contentOf(child, isAtom(element), base);
      if (body.text !== '') return body;
      found.push(body);
    }
  }
  // Pictures without a word.
  return found.find(({ media }) => media?.length) ?? { text: '' };
}

function contentOf(element: XmlElement, atom: boolean, base: string): ReturnType<typeof htmlBody> {
  if (atom && !isMarkup(element)) {
    const type = attributeOf(element, 'type');
    return { text: type === '' || /^text/u.test(type) ? plainText(textOf(element)) : '' };
  }
  const html = markupOf(element);
  // Without a tag in it, its line breaks are all the form it has.
  return htmlBody(/<[a-z!/]/iu.test(html) ? html : withBreaks(html), base);
}

/** RFC 4287, section 3.1.1: text is no HTML unless it says so. Atom 0.3 gave types of content. */
function isMarkup(element: XmlElement): boolean {
  if (/^(?:x?html|text\/html|application\/xhtml\+xml)$/u.test(attributeOf(element, 'type').toLowerCase()))
    return true;
  return element.children.some((child) => typeof child !== 'string');
}

function plainText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').trim();
}

function outletOf(element: XmlElement): string {
  for (const source of [...childrenNamed(element, 'source'), ...childrenNamed(element, 'atom:source')]) {
    const outlet = textOfChild(source, 'title', 'atom:title') || (isAtom(element) ? '' : textOf(source));
    if (outlet !== '') return outlet;
  }
  return '';
}

function authorsOf(element: XmlElement): string[] {
  const authors = ['author', 'atom:author', 'dc:creator'].flatMap((name) => childrenNamed(element, name));
  return (authors.length > 0 ? authors : childrenNamed(element, 'itunes:author')).map(
    (author) => textOfChild(author, 'name', 'atom:name') || nameInBrackets(textOf(author)),
  );
}

/** RSS writes an author as `address (name)`. */
function nameInBrackets(author: string): string {
  return /^\S{1,200}@\S{1,200}\s{1,9}\(([^()]{1,200})\)$/u.exec(author)?.[1] ?? author;
}

function categoriesOf(element: XmlElement): string[] {
  return ['category', 'atom:category', 'dc:subject'].flatMap((name) =>
    childrenNamed(element, name).map(
      (child) => attributeOf(child, 'label') || attributeOf(child, 'term') || textOf(child),
    ),
  );
}

/** Pictures, films and sounds that come with an item; a preview only where there is nothing else. */
function mediaOf(element: XmlElement): string[] {
  const groups = [element, ...childrenNamed(element, 'media:group')];
  const urls = (name: string) =>
    groups.flatMap((group) => childrenNamed(group, name).map((child) => attributeOf(child, 'url')));
  const media = [...urls('enclosure'), ...urls('media:content')];
  return media.length > 0 ? media : urls('media:thumbnail');
}

/** What an entry answers (RFC 4685). */
function relationsOf(element: XmlElement): Relation[] {
  return childrenNamed(element, 'thr:in-reply-to').map((child) => ({
    kind: 'reply',
    id: attributeOf(child, 'ref') || null,
    link: absoluteAddress(attributeOf(child, 'href'), ''),
    source: null,
  }));
}
