import { type Document, Element, type ParentNode } from 'domhandler';
import type { Detail, Source } from '../../story.ts';
import type { Moment } from '../../text/dates.ts';
import { absoluteAddress } from '../reading/addresses.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { readJsonLd } from './json-ld.ts';
import { elementsBelow, rawText } from './tree.ts';

/** What a page says of itself as a whole. */
export interface PageFacts {
  /** Its headline, without the outlet's name; empty where it has none. */
  title: string;
  /** The outlet, or the host of its address. */
  source: Source | null;
  moment: Moment | null;
  details: Detail[];
  /** Its own address. */
  link: string | null;
  /** What relative addresses in it start from; empty where nobody knows. */
  base: string;
}

const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'publishdate',
  'pubdate',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
];

/**
 * Reads what a page says of itself in its head, and in JSON-LD.
 * @param address where the page was taken from; null where nobody knows
 */
export function readPageFacts(tree: Document, address: string | null): PageFacts {
  const head = new HeadReader(tree);
  const linked = readJsonLd(head.scripts);
  const canonical = absoluteAddress(head.canonical || head.meta('og:url'), address ?? '');
  const link = canonical ?? address;
  const base = absoluteAddress(head.base, address ?? link ?? '') ?? address ?? link ?? '';
  const site = linked.publisher || head.meta('og:site_name') || head.meta('application-name');
  const author = head.meta('author') || head.meta('article:author') || head.meta('dc.creator');
  const authors = linked.authors.length > 0 ? linked.authors : [author];
  const name = site || hostOf(link);
  const details: Detail[] = authors
    // Facebook asks for the address of a profile here.
    .filter((value) => value !== '' && !/^https?:/iu.test(value))
    .map((value) => ({ kind: 'author', value }));
  if (linked.rating !== '') details.push({ kind: 'rating', value: linked.rating });
  return {
    title: withoutSite(linked.headline || head.meta('og:title') || head.title, site),
    source: name === '' ? null : { name, handle: null },
    moment: [linked.published, ...PUBLISHED.map((key) => head.meta(key))].reduce<Moment | null>(
      (found, date) => found ?? readTimestamp(date),
      null,
    ),
    details,
    link,
    base,
  };
}

class HeadReader {
  readonly scripts: string[] = [];
  title = '';
  canonical = '';
  base = '';
  private readonly metas = new Map<string, string>();

  constructor(tree: Document) {
    for (const element of elementsBelow(tree)) this.read(element);
  }

  /** The first value of a name or property; empty where there is none. */
  meta(name: string): string {
    return this.metas.get(name) ?? '';
  }

  private read(element: Element): void {
    const { name, attribs } = element;
    switch (name) {
      case 'meta': {
        const key = (attribs.property ?? attribs.name ?? attribs.itemprop ?? '').trim().toLowerCase();
        const content = attribs.content?.replace(/\s+/gu, ' ').trim();
        if (content && !this.metas.has(key)) this.metas.set(key, content);
        return;
      }
      case 'link':
        if (/(?:^|\s)canonical(?:\s|$)/iu.test(attribs.rel ?? '')) this.canonical ||= attribs.href ?? '';
        return;
      case 'base':
        this.base ||= attribs.href ?? '';
        return;
      case 'title':
        // Drawings have titles too.
        if (!isSvg(element.parent)) this.title ||= rawText(element).replace(/\s+/gu, ' ').trim();
        return;
      case 'script':
        if (element.children.length > 0) this.scripts.push(rawText(element));
    }
  }
}

function isSvg(node: ParentNode | null): boolean {
  return node instanceof Element && node.name === 'svg';
}

function hostOf(link: string | null): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/iu.exec(link ?? '')?.[1]?.toLowerCase() ?? '';
}

/** `Ferries stop | Minato News` → `Ferries stop`, where the page says that it is of Minato News. */
function withoutSite(title: string, site: string): string {
  if (site === '' || !title.endsWith(site)) return title;
  const rest = title.slice(0, -site.length).trimEnd();
  const headline = rest.replace(/\s*[|｜\-–—:：/／«»]$/u, '').trimEnd();
  return headline === rest ? title : headline || title;
}
