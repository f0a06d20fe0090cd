/** An element of an XML text that was read whole, with all that stands in it. */
export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the document calls it: `dc:creator`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Elements and runs of text, in their order. */
  children: readonly (XmlElement | string)[];
}

/** Elements of HTML that have no end tag. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The elements right inside of one that have this name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The text of an element and all in it, without blanks around it. */
export function textOf(element: XmlElement): string {
  const parts: string[] = [];
  const collect = ({ children }: XmlElement) => {
    for (const child of children) {
      if (typeof child === 'string') parts.push(child);
      else collect(child);
    }
  };
  collect(element);
  return parts.join('').trim();
}

/** The text of the first of these children that says something; empty where none does. Names in order of preference. */
export function textOfChild(element: XmlElement, ...names: readonly string[]): string {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const text = textOf(child);
      if (text !== '') return text;
    }
  }
  return '';
}

/** The attribute of an element; empty where there is none. */
export function attributeOf(element: XmlElement, name: string): string {
  return Object.hasOwn(element.attributes, name) ? (element.attributes[name] as string).trim() : '';
}

/**
 * The HTML in an element. As a rule it stands there as text; where somebody forgot to escape it, or where it is XHTML,
 * it was read as elements and is written anew.
 */
export function markupOf(element: XmlElement): string {
  const { children } = element;
  if (children.every((child) => typeof child === 'string')) return children.join('');
  const parts: string[] = [];
  write(children, parts);
  return parts.join('');
}

function write(children: XmlElement['children'], parts: string[]): void {
  for (const child of children) {
    if (typeof child === 'string') {
      parts.push(escaped(child));
      continue;
    }
    parts.push('<', child.name);
    for (const [name, value] of Object.entries(child.attributes)) {
      if (!/[\s"'>/=]/u.test(name))
        parts.push(' ', name, '="', escaped(value).replaceAll('"', '&quot;'), '"');
    }
    parts.push('>');
    write(child.children, parts);
    if (!VOID.has(child.name)) parts.push('</', child.name, '>');
  }
}

/** Entities that XML does not know were left as they are; they are the HTML's. */
function escaped(text: string): string {
  return text
    .replace(/&(?![a-z][a-z0-9]{1,31};)/giu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
