import { type ChildNode, type Document, Element, Text } from 'domhandler';
import type { EmbeddedPost } from './embedded-post.ts';
import { Section } from './section.ts';
import { rawText } from './tree.ts';
import { lineOf } from './tree-builder.ts';

/** Sections and embeds of a page, in document order. */
export type PagePart = Section | { embed: EmbeddedPost; line: number };

const HEADING = /^h[1-6]$/u;
/** What stands around an article, where nobody has judged what the article is. */
const AROUND = new Set(['nav', 'aside', 'footer', 'menu']);
/** Within these, an `aside` or `footer` belongs to what is said. */
const WITHIN = new Set(['article', 'main', 'blockquote', 'section']);
const INVISIBLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;
const PUBLISHED = /publish|entry-date|post-date|pubdate/iu;

export interface WalkOptions {
  /** Every embed, and what it says; null for one that says nothing. */
  embeds: ReadonlyMap<Element, EmbeddedPost | null>;
  /** Tells the elements whose own text belongs to the article, null as their parents' does; null: nobody has judged. */
  holds: ((element: Element) => boolean | null) | null;
}

/** Walks through a page once and parts it into sections and embeds. */
export class PageWalk {
  readonly parts: PagePart[] = [];
  /** The moments that `<time>` elements outside of embeds give, as they are written; those that say so came first. */
  readonly published: string[] = [];
  readonly times: string[] = [];
  private readonly embeds: WalkOptions['embeds'];
  private readonly holds: WalkOptions['holds'];
  private readonly authorLines: ReadonlySet<Element>;
  private readonly path: Element[] = [];
  private section = new Section([]);
  private isListed = false;
  private inHeading = false;

  constructor(tree: Document, { embeds, holds }: WalkOptions) {
    this.embeds = embeds;
    this.holds = holds;
    this.authorLines = new Set([...embeds.values()].flatMap((post) => post?.authorLine ?? []));
    for (const child of tree.children) this.walk(child, true, true);
  }

  /** @param isShown nothing around it is invisible @param isRead its parent's text is read */
  private walk(node: ChildNode, isShown: boolean, isRead: boolean): void {
    if (node instanceof Text) {
      if (isRead) this.words(node.data, node.parent);
      return;
    }
    if (!(node instanceof Element) || this.authorLines.has(node)) return;
    const post = this.embeds.get(node);
    if (post !== undefined) {
      if (post !== null) this.embed(post, node);
      return;
    }
    const shown = isShown && isVisible(node);
    const read = shown && this.reads(node, isRead);
    if (read && HEADING.test(node.name) && rawText(node).trim() !== '') this.beginSection(node);
    if (node.name === 'time') this.time(node, read);
    this.section.reader.onopentag(node.name, read ? node.attribs : {});
    this.path.push(node);
    for (const child of node.children) this.walk(child, shown, read);
    this.path.pop();
    this.section.reader.onclosetag();
    if (HEADING.test(node.name)) this.inHeading = false;
  }

  private reads(element: Element, isRead: boolean): boolean {
    if (this.holds !== null) return this.holds(element) ?? isRead;
    return isRead && (!AROUND.has(element.name) || this.path.some(({ name }) => WITHIN.has(name)));
  }

  private words(text: string, parent: Text['parent']): void {
    const { section } = this;
    section.reader.ontext(text);
    if (section.reader.isHiding || text.trim() === '') return;
    section.hasBody ||= !this.inHeading;
    this.list(parent instanceof Element ? lineOf(parent) : 1);
  }

  private beginSection(heading: Element): void {
    if (this.section.hasBody || this.section.embeds.length > 0) {
      this.section = new Section(this.path);
      this.isListed = false;
    }
    this.section.begin(heading);
    this.inHeading = true;
  }

  /** A section has its place where its first words are. */
  private list(line: number): void {
    if (this.isListed) return;
    this.isListed = true;
    if (this.section.heading === '') this.section.line = line;
    this.parts.push(this.section);
  }

  private embed(post: EmbeddedPost, element: Element): void {
    this.parts.push({ embed: post, line: lineOf(element) });
    this.section.embeds.push(post);
    // Words before and behind it do not belong together.
    this.section.reader.onopentag('p', {});
    this.section.reader.onclosetag();
  }

  private time(element: Element, read: boolean): void {
    const { datetime, class: classes = '', itemprop = '' } = element.attribs;
    if (!datetime || this.path.some(({ name }) => AROUND.has(name))) return;
    if (read) this.section.time ||= datetime;
    this.times.push(datetime);
    if (PUBLISHED.test(`${classes} ${itemprop}`) || 'pubdate' in element.attribs)
      this.published.push(datetime);
  }
}

function isVisible({ name, attribs }: Element): boolean {
  return !('hidden' in attribs) && name !== 'button' && !INVISIBLE.test(attribs.style ?? '');
}
