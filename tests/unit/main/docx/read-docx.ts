import { type Entry, fromBufferPromise } from 'yauzl';

/** An element of a part. `children` has elements and texts in their order. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

const TOKEN =
  /<\?xml [^?]*\?>\s*|<\/(?<end>[\w:.-]+)>|<(?<start>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<>]+)/uy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** The production `Char` of XML 1.0. */
const CHARACTERS = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/** A strict reader of the XML that we write: no comments, no CDATA, no entities but the four. @throws Error where it is anything else */
export function parseXml(text: string): XmlElement {
  if (!CHARACTERS.test(text)) throw new Error('a character that XML does not have');
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) throw new Error(`not XML at ${at}: ${text.slice(at, at + 60)}`);
    const parent = open.at(-1) as XmlElement;
    if (groups.text !== undefined) parent.children.push(decoded(groups.text));
    else if (groups.end !== undefined) {
      if (open.pop()?.name !== groups.end)
        throw new Error(`</${groups.end}> closes another element at ${at}`);
    } else if (groups.start !== undefined) {
      const element = { name: groups.start, attributes: attributesOf(groups.attributes ?? ''), children: [] };
      parent.children.push(element);
      if (groups.empty === '') open.push(element);
    }
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || typeof only !== 'object' || more.length > 0)
    throw new Error('not one whole element');
  return only;
}

function attributesOf(text: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([\w:.-]+)="([^"]*)"/gu)) {
    if (all.has(name)) throw new Error(`${name} twice`);
    all.set(name, decoded(value));
  }
  return all;
}

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/gu, (whole, name: string) => {
    const value = ENTITIES[name];
    if (value === undefined || !whole.endsWith(';')) throw new Error(`${whole} is no entity`);
    return value;
  });
}

/** All elements of a name, in document order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (each: XmlElement) => {
    if (each.name === name) found.push(each);
    for (const child of each.children) if (typeof child === 'object') visit(child);
  };
  visit(element);
  return found;
}

/** The words of an element; line breaks are `\n`, tabs `\t`. */
export function wordsOf(element: XmlElement): string {
  if (element.name === 'w:t') return element.children.join('');
  if (element.name === 'w:br') return '\n';
  if (element.name === 'w:tab' && element.attributes.size === 0) return '\t';
  return element.children.map((child) => (typeof child === 'object' ? wordsOf(child) : '')).join('');
}

/** The files of a package by their names. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    if (files.has(entry.fileName)) throw new Error(`${entry.fileName} twice`);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}
