import { type ChildNode, type Document, DomHandler, Element, type ParentNode } from 'domhandler';

/** Data for programs is kept up to so many UTF-16 units; more of it is a program's own business. */
const DATA_LIMIT = 1 << 20;
const SAVED_FROM = /saved from url=\(\d+\)(https?:\S+)|saved with SingleFile\s+url:\s*(https?:\S+)/iu;

/** The tree of a page, without what nobody reads: comments, styles, scripts that are no JSON-LD. */
export class TreeBuilder extends DomHandler {
  nodes = 0;
  /** The address that a browser or SingleFile noted while saving. */
  savedFrom: string | null = null;

  /** A tag has a name, but no end yet. */
  isInTag = false;
  private readonly line: () => number;

  /** @param line the 1-based line of what is being read */
  constructor(line: () => number) {
    super();
    this.line = line;
  }

  get tree(): Document {
    return this.root;
  }

  get depth(): number {
    return this.tagStack.length - 1;
  }

  /** What is being read is text to its end tag, whatever it looks like. */
  get isInRawText(): boolean {
    const name = nameOf(this.tagStack.at(-1));
    return name === 'script' || name === 'style' || name === 'textarea' || name === 'title';
  }

  get isInQuote(): boolean {
    return this.tagStack.some((node) => nameOf(node) === 'blockquote');
  }

  onopentagname(): void {
    this.isInTag = true;
  }

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    this.isInTag = false;
    super.onopentag(name, attributes);
  }

  override ontext(data: string): void {
    const parent = this.tagStack.at(-1);
    const name = nameOf(parent);
    if (name === 'style') return;
    if (name === 'script' && !(isData(parent) && dataLength(parent) < DATA_LIMIT)) return;
    super.ontext(data);
  }

  override oncomment(data: string): void {
    if (this.savedFrom !== null || this.depth > 2) return;
    const match = SAVED_FROM.exec(data.slice(0, 4096));
    this.savedFrom = match?.[1] ?? match?.[2] ?? null;
  }

  override oncommentend(): void {}

  override onprocessinginstruction(): void {}

  protected override addNode(node: ChildNode): void {
    this.nodes++;
    if (node instanceof Element) node.startIndex = this.line();
    super.addNode(node);
  }
}

/** 1-based line of the page where an element starts. */
export function lineOf(element: Element): number {
  return element.startIndex ?? 1;
}

function nameOf(node: ParentNode | undefined): string {
  return node instanceof Element ? node.name : '';
}

function isData(node: ParentNode | undefined): node is Element {
  return node instanceof Element && /^\s*application\/ld\+json\b/iu.test(node.attribs.type ?? '');
}

function dataLength(element: Element): number {
  const [first] = element.children;
  return first !== undefined && 'data' in first ? first.data.length : 0;
}
