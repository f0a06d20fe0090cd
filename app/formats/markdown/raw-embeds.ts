import type { EmbeddedPost } from '../html/embedded-post.ts';

/** Reads the embeds in a piece of HTML. */
export type EmbedReader = (html: string) => EmbeddedPost[];

/** A line of a Markdown text, or what is left of it when the embeds in it are taken out. */
export interface MarkdownLine {
  text: string;
  /** 1-based. */
  number: number;
  /** What was embedded in it. */
  posts: EmbeddedPost[];
  /** Something was taken out. */
  isCut: boolean;
}

/** Elements by which posts are embedded. */
const ELEMENT =
  /<(blockquote|iframe|script|amp-twitter|twitter-widget|div(?=[^>]{0,300}?\bfb-(?:post|video)\b))(?=[\s>])/iu;
/** What platforms want to be run beside an embed; it shows nothing. */
const WIDGET = /^<script\b[^>]{0,400}?\bsrc\s*=[^>]{0,400}>\s*<\/script>$/isu;
/** Code for an embed is shorter, in UTF-16 units; what goes on for longer is text. */
const LIMIT = 1 << 16;

/** Takes embeds out of the lines of a Markdown text. One may run over many lines; its post comes with the first one. */
export class RawEmbeds {
  private readonly read: EmbedReader;
  /** The lines of an element that has not ended. */
  private held: { text: string; number: number }[] = [];
  private length = 0;

  constructor(read: EmbedReader) {
    this.read = read;
  }

  /** An element was begun and has not ended yet. */
  get isOpen(): boolean {
    return this.held.length > 0;
  }

  /** @returns the lines that are complete */
  push(text: string, number: number): MarkdownLine[] {
    const element = this.isOpen || elementStart(text) !== -1;
    if (!element) return [{ text, number, posts: [], isCut: false }];
    this.held.push({ text, number });
    this.length += text.length;
    if (this.length > LIMIT) return this.finish();
    if (!text.includes('>')) return [];
    return this.takeOut(this.held.map((line) => line.text).join('\n'));
  }

  /** @returns the lines of an element that never ended, as they are */
  finish(): MarkdownLine[] {
    const lines = this.held.map((line) => ({ ...line, posts: [], isCut: false }));
    this.held = [];
    this.length = 0;
    return lines;
  }

  private takeOut(html: string): MarkdownLine[] {
    const posts: EmbeddedPost[] = [];
    let rest = html;
    let kept = '';
    let isCut = false;
    for (let start = elementStart(rest); start !== -1; start = elementStart(rest)) {
      const end = elementEnd(rest, start);
      if (end === -1) return [];
      const element = rest.slice(start, end);
      const found = this.read(element);
      const isTaken = found.length > 0 || WIDGET.test(element);
      kept += isTaken ? rest.slice(0, start) : rest.slice(0, end);
      rest = rest.slice(end);
      posts.push(...found);
      isCut ||= isTaken;
    }
    if (!isCut) return this.finish();
    const number = this.held[0]?.number ?? 1;
    this.finish();
    return (kept + rest)
      .split('\n')
      .map((text, at) => ({ text, number: number + at, posts: at === 0 ? posts : [], isCut }));
  }
}

/** Where an element starts that may embed a post, outside of code and comments in the line; -1: nowhere. */
function elementStart(text: string): number {
  const start = text.search(ELEMENT);
  if (start === -1) return -1;
  const before = text.slice(0, start);
  return before.includes('<!--') || (before.split('`').length - 1) % 2 === 1 ? -1 : start;
}

/** The place behind an element's end tag; -1 where it has none. */
function elementEnd(text: string, start: number): number {
  const name = ELEMENT.exec(text.slice(start))?.[1] ?? '';
  let depth = 0;
  for (const tag of text.slice(start).matchAll(new RegExp(`<(/?)${name}(?=[\\s>])[^>]*>`, 'giu'))) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return start + tag.index + tag[0].length;
  }
  return -1;
}
