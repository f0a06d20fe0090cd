import type { Problem } from '../../problem.ts';
import type { XmlElement } from './xml-element.ts';
import { Namespaces } from './xml-namespaces.ts';
import { XmlTokens } from './xml-tokens.ts';

/** An element that was asked for. */
export interface XmlItem {
  element: XmlElement;
  /** 1-based line where it starts. */
  line: number;
}

/**
 * Says which elements to read whole, by their name and that of the element around them (empty at the top); names have
 * the usual prefix of their namespace. Nothing inside of an element that is read is asked about.
 */
export type Wants = (name: string, parent: string) => boolean;

/** An element may have so many UTF-16 units; a larger one is left out. */
export const ITEM_LIMIT = 1 << 26;

/** Elements deeper than this count as one with what is around them. */
const MAX_DEPTH = 256;
/** So much of the damaged markup is shown. */
const MAX_DETAIL = 80;
/** What an element or CDATA section costs beside its text. */
const ELEMENT_COST = 32;

/**
 * Reads elements from XML of any size, one at a time, in the document's order. XML that is not well-formed gives what
 * can be read: an end tag ends what is still open inside of it, one that fits nothing is passed over, and an element
 * ends where the next one of its kind begins. Each element where that was needed is a problem as well, outside of them
 * the first place only.
 * @param entry the name that problems give
 */
export async function* xmlItems(
  chunks: AsyncIterable<string>,
  wants: Wants,
  entry: string,
  limit: number = ITEM_LIMIT,
): AsyncGenerator<XmlItem | Problem> {
  const reader = new XmlReader(wants, entry, limit);
  const tokens = new XmlTokens(reader, limit);
  let units = 0;
  for await (const chunk of chunks) {
    units += chunk.length;
    tokens.push(chunk);
    yield* reader.take();
  }
  tokens.end();
  reader.finish(units);
  yield* reader.take();
}

/** `xmlItems` of a text that is at hand. */
export function* xmlItemsOf(
  text: string,
  wants: Wants,
  entry: string,
  limit: number = ITEM_LIMIT,
): Generator<XmlItem | Problem> {
  const reader = new XmlReader(wants, entry, limit);
  const tokens = new XmlTokens(reader, limit);
  tokens.push(text);
  tokens.end();
  reader.finish(text.length);
  yield* reader.take();
}

interface OpenElement {
  /** As it is written. */
  tag: string;
  name: string;
  namespaces: Namespaces;
  /** null outside of the elements that were asked for. */
  element: (XmlElement & { children: (XmlElement | string)[] }) | null;
  /** Where CDATA sections start and end in its text, and whether one seems to end within its text. */
  sections: number[];
  nested: boolean;
}

class XmlReader {
  private readonly wants: Wants;
  private readonly entry: string;
  private readonly limit: number;
  private readonly found: (XmlItem | Problem)[] = [];
  private readonly stack: OpenElement[] = [];
  private readonly top = new Namespaces();
  /** Start tags beyond the deepest level that still wait for their end tag. */
  private tooDeep = 0;
  /** Depth of the element that is read; 0: none is. */
  private taken = 0;
  private takenLine = 1;
  private size = 0;
  private damage: { line: number; detail: string } | null = null;
  private damagedOutside = false;

  constructor(wants: Wants, entry: string, limit: number) {
    this.wants = wants;
    this.entry = entry;
    this.limit = limit;
  }

  *take(): Generator<XmlItem | Problem> {
    yield* this.found;
    this.found.length = 0;
  }

  open(tag: string, attributes: Record<string, string>, line: number): void {
    if (this.taken > 0 && this.stack[this.taken - 1]?.tag === tag) {
      this.damaged(line, `<${tag}> … <${tag}>`);
      while (this.taken > 0) this.pop();
    }
    if (this.stack.length >= MAX_DEPTH) {
      this.tooDeep++;
      return;
    }
    const around = this.stack.at(-1);
    const namespaces = (around?.namespaces ?? this.top).within(attributes);
    const name = namespaces.nameOf(tag);
    const begins = this.taken === 0 && this.wants(name, around?.name ?? '');
    const element = this.taken > 0 || begins ? { name, attributes, children: [] } : null;
    this.stack.push({ tag, name, namespaces, element, sections: [], nested: false });
    if (begins) {
      this.taken = this.stack.length;
      this.takenLine = line;
      this.size = 0;
    }
    if (element !== null) {
      this.size += ELEMENT_COST;
      for (const [key, value] of Object.entries(attributes)) this.size += key.length + value.length;
      if (this.size <= this.limit) around?.element?.children.push(element);
    }
  }

  close(tag: string, line: number): void {
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    let level = this.stack.length - 1;
    while (level >= 0 && this.stack[level]?.tag !== tag) level--;
    if (level === -1) {
      this.damaged(line, `</${tag}>`);
      return;
    }
    if (level < this.stack.length - 1) this.damaged(line, `<${this.stack.at(-1)?.tag}> … </${tag}>`);
    while (this.stack.length > level) this.pop();
  }

  text(text: string, cdata: boolean): void {
    const open = this.stack.at(-1);
    if (!open?.element) return;
    this.size += cdata ? text.length + ELEMENT_COST : text.length;
    if (this.size > this.limit) return;
    const { children } = open.element;
    const last = children.at(-1);
    const before = typeof last === 'string' ? last : '';
    if (cdata) open.sections.push(before.length, before.length + text.length);
    else if (open.sections.length > 0 && text.includes(']]>')) open.nested = true;
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  endless(line: number): void {
    this.size = Number.POSITIVE_INFINITY;
    if (this.taken === 0) this.damaged(line, '<');
  }

  finish(units: number): void {
    if (this.stack.length === 0) return;
    while (this.stack.length > 0) this.pop();
    this.found.push({ code: 'entry-truncated', params: { entry: this.entry, byte: units } });
  }

  private pop(): void {
    const open = this.stack.pop();
    if (!open?.element) return;
    if (open.nested) this.restore(open.element, open.sections);
    if (this.stack.length >= this.taken) return;
    this.taken = 0;
    if (this.size > this.limit) this.problem('record-too-large', this.takenLine, { limit: this.limit });
    else this.found.push({ element: open.element, line: this.takenLine });
    if (this.damage !== null) this.problem('entry-damaged', this.damage.line, { detail: this.damage.detail });
    this.damage = null;
  }

  /**
   * Programs that put CDATA into CDATA without a second thought end the outer section too early. What they meant runs
   * from the first start to the last end.
   */
  private restore(element: { children: (XmlElement | string)[] }, sections: readonly number[]): void {
    const [text] = element.children;
    if (typeof text !== 'string' || element.children.length > 1) return;
    let meant = '';
    let at = 0;
    for (const [index, section] of sections.entries()) {
      meant += text.slice(at, section);
      if (index > 0) meant += index % 2 === 0 ? '<![CDATA[' : ']]>';
      at = section;
    }
    const rest = text.slice(at);
    const last = rest.lastIndexOf(']]>');
    element.children[0] = meant + rest.slice(0, last) + rest.slice(last + 3);
    this.damaged(this.takenLine, ']]>');
  }

  /** The first place in an element that is read counts, and the first outside of them. */
  private damaged(line: number, markup: string): void {
    const detail = markup.slice(0, MAX_DETAIL);
    if (this.taken > 0) this.damage ??= { line, detail };
    else if (!this.damagedOutside) {
      this.damagedOutside = true;
      this.problem('entry-damaged', line, { detail });
    }
  }

  private problem(
    code: 'entry-damaged' | 'record-too-large',
    position: number,
    more: Record<string, string | number>,
  ): void {
    this.found.push({ code, params: { entry: this.entry, unit: 'line', position, ...more } });
  }
}
