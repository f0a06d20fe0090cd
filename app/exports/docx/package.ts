import type { Locale } from '../../settings.ts';
import type { Logo } from '../options.ts';

/** Numbers of lists in numbering.xml: dots, then the first list of figures. */
export const DOTS = 1;
const FIRST_FIGURES = 2;

/** What the parts of one document have in common while they are written. */
export class Package {
  readonly locale: Locale;
  readonly otherLocale: Locale | null;
  /** Relationship ids by address, for the part that is being written. */
  readonly #links = { document: new Map<string, string>(), footnotes: new Map<string, string>() };
  /** Each as it stands in footnotes.xml. */
  readonly footnotes: string[] = [];
  readonly #noted = new Set<number>();
  part: 'document' | 'footnotes' = 'document';
  logo: Logo | null = null;
  #bookmarks = 0;
  #drawings = 0;
  #lists = 0;

  constructor(locale: Locale, otherLocale: Locale | null) {
    this.locale = locale;
    this.otherLocale = otherLocale;
  }

  /** The relationship of a link to the web. */
  link(href: string): string {
    const links = this.#links[this.part];
    const known = links.get(href);
    if (known !== undefined) return known;
    const id = `rLink${links.size + 1}`;
    links.set(href, id);
    return id;
  }

  linksOf(part: 'document' | 'footnotes'): Iterable<[href: string, id: string]> {
    return this.#links[part];
  }

  /** A place that jumps lead to, round `inner`. */
  bookmark(id: string | null | undefined, inner = ''): string {
    if (!id) return inner;
    this.#bookmarks += 1;
    const number = this.#bookmarks;
    return `<w:bookmarkStart w:id="${number}" w:name="${bookmarkName(id)}"/>${inner}<w:bookmarkEnd w:id="${number}"/>`;
  }

  /** Whether a footnote is referred to for the first time: Word has one reference for each. */
  isFirst(footnote: number): boolean {
    if (this.#noted.has(footnote)) return false;
    this.#noted.add(footnote);
    return true;
  }

  nextDrawing(): number {
    this.#drawings += 1;
    return this.#drawings;
  }

  /** A list that counts from 1. */
  nextFigures(): number {
    this.#lists += 1;
    return FIRST_FIGURES + this.#lists - 1;
  }

  /** Numbers of all lists that count. */
  *figures(): Generator<number> {
    for (let index = 0; index < this.#lists; index += 1) yield FIRST_FIGURES + index;
  }
}

const LONGEST_NAME = 40;

/** Names of bookmarks are letters, digits and underscores, at most 40; ids have no underscores, so no two become one. */
export function bookmarkName(id: string): string {
  const name = `u_${id.replaceAll('-', '_')}`;
  if (name.length <= LONGEST_NAME) return name;
  // FNV-1a over UTF-16 units, twice, for 64 bits.
  const hash = (seed: number) => {
    let value = seed;
    for (let index = 0; index < id.length; index += 1)
      value = Math.imul(value ^ id.charCodeAt(index), 0x01000193) >>> 0;
    return value.toString(16).padStart(8, '0');
  };
  return `${name.slice(0, LONGEST_NAME - 17)}_${hash(0x811c9dc5)}${hash(0x9dc5811c)}`;
}
