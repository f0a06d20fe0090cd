import type { XmlElement } from '../formats/reading/xml-element.ts';
import { xmlItemsOf } from '../formats/reading/xml-items.ts';
import { unreadable } from './reading.ts';

/**
 * The outermost element of an XML file.
 * @throws UratoriError `interchange-unreadable` for XML that is damaged
 */
export function rootIn(file: string, text: string): XmlElement {
  const [root] = [...elementsIn(file, text, (_, parent) => parent === '')];
  return root ?? unreadable(file, 'no XML');
}

/**
 * The elements of an XML file that are wanted, each with all that stands in it. A line break in the file is a line feed,
 * as in any XML; one that is written as a reference is what it says.
 * @throws UratoriError `interchange-unreadable` for XML that is damaged
 */
export function* elementsIn(
  file: string,
  text: string,
  wants: (localName: string, parent: string) => boolean,
): Generator<XmlElement> {
  const lines = text.replaceAll(/\r\n?/gu, '\n');
  const wanted = (name: string, parent: string) => wants(localName(name), localName(parent));
  for (const item of xmlItemsOf(lines, wanted, file, Number.MAX_SAFE_INTEGER)) {
    if ('element' in item) yield item.element;
    else unreadable(file, `line ${item.params.position ?? '?'}: ${item.params.detail ?? item.code}`);
  }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements right inside of one that have one of these names, whatever their prefix. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(localName(child.name)),
  );
}

export function childOf(element: XmlElement, name: string): XmlElement | null {
  return childrenOf(element, name)[0] ?? null;
}

/** The value of an attribute as it is written; null where there is none. */
export function attributeIn(element: XmlElement, name: string): string | null {
  return Object.hasOwn(element.attributes, name) ? (element.attributes[name] as string) : null;
}

/** The text of an element and of all in it, with its blanks. */
export function rawTextOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : rawTextOf(child))).join('');
}
