import { xmlAttribute } from '../../glossary/xml.ts';
import type { SetStory } from '../annotation-set.ts';
import { documentOf, languageOf, SOFA_ID } from '../cas/document.ts';
import { DOCUMENT, OWN_TYPES } from '../cas/layers.ts';
import { INITIAL_VIEW, type Structure, shortName } from '../cas/model.ts';
import type { Wording } from '../cas/structures.ts';

/** Packages are namespaces, with a prefix each. */
const PREFIXES = prefixes();

/**
 * A CAS as XMI (https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi): an element a feature structure.
 * @throws UratoriError `export-quote-mismatch`
 */
export function* documentText(
  story: SetStory,
  text: string,
  wording: Omit<Wording, 'firstId'>,
): Generator<string> {
  const structures = documentOf(story, text, wording);
  const namespaces = [...PREFIXES].map(([name, prefix]) => ` xmlns:${prefix}="${namespaceOf(name)}"`);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"${namespaces.join('')} xmi:version="2.0">\n`;
  yield '<cas:NULL xmi:id="0"/>\n';
  for (const structure of structures) yield elementOf(structure, languageOf(story));
  yield `<cas:Sofa xmi:id="${SOFA_ID}" sofaNum="1" sofaID="${INITIAL_VIEW}" mimeType="text" sofaString="${xmlAttribute(text)}"/>\n`;
  yield `<cas:View sofa="${SOFA_ID}" members="${structures.map(({ id }) => id).join(' ')}"/>\n`;
  yield '</xmi:XMI>\n';
}

function elementOf({ id, type, place, values, refs }: Structure, language: string): string {
  const name = `${PREFIXES.get(packageOf(type))}:${shortName(type)}`;
  const attributes: (readonly [string, string | number])[] = [
    ['xmi:id', id],
    ['sofa', SOFA_ID],
    ...Object.entries(place ?? {}),
    ...(type === DOCUMENT ? [['language', language] as const] : []),
    ...values,
    ...refs,
  ];
  return `<${name}${attributes.map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`).join('')}/>\n`;
}

function packageOf(type: string): string {
  return type.slice(0, type.lastIndexOf('.'));
}

function namespaceOf(name: string): string {
  return `http:///${name.replaceAll('.', '/')}.ecore`;
}

/** The last word of the package, numbered where two packages end alike, as UIMA does. */
function prefixes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const type of OWN_TYPES.keys()) {
    const name = packageOf(type);
    if (found.has(name)) continue;
    const word = shortName(name);
    const count = (taken.get(word) ?? 0) + 1;
    taken.set(word, count);
    found.set(name, count === 1 ? word : `${word}${count}`);
  }
  return found;
}
