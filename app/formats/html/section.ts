import type { Element } from 'domhandler';
import { type HtmlText, HtmlTextReader } from '../reading/html-text.ts';
import type { EmbeddedPost } from './embedded-post.ts';
import { elementsBelow, readElement, UNSEEN } from './tree.ts';
import { lineOf } from './tree-builder.ts';

/** A run of a page from one heading to the next, while it is read. */
export class Section {
  /** 1-based line of the page. */
  line = 1;
  /** On one line; empty where it begins without one. */
  heading = '';
  /** The name by which an address leads to the heading; empty where it has none. */
  fragment = '';
  /** It says more than its headings. */
  hasBody = false;
  /** The first moment that it names, as it is written; empty where there is none. */
  time = '';
  /** The posts that are embedded in it. */
  readonly embeds: EmbeddedPost[] = [];
  readonly reader = new HtmlTextReader(UNSEEN);

  /** @param path the elements that are open where it begins */
  constructor(path: readonly Element[]) {
    for (const { name } of path) this.reader.onopentag(name, {});
  }

  /** Several headings in a row are one's. */
  begin(heading: Element): void {
    if (this.heading !== '') return;
    this.line = lineOf(heading);
    this.heading = readElement(heading).text.replace(/\s+/gu, ' ');
    this.fragment = heading.attribs.id ?? nameInside(heading);
  }

  /** Complete when all was read. */
  result(): HtmlText {
    return this.reader.result();
  }
}

function nameInside(heading: Element): string {
  for (const { attribs } of elementsBelow(heading)) {
    const name = attribs.id || attribs.name;
    if (name) return name;
  }
  return '';
}
