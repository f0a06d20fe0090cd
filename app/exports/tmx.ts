import {
  attributeOf,
  childrenNamed,
  textOf,
  textOfChild,
  type XmlElement,
} from '../formats/reading/xml-element.ts';
import { xmlItems } from '../formats/reading/xml-items.ts';
import { xmlAttribute, xmlText } from '../glossary/xml.ts';
import type { Language } from '../story.ts';
import type { Provenance, Report } from './report.ts';
import { tmxUnits } from './tmx-units.ts';

/** A translation unit: words, and those that translate them, without blanks around them. */
export interface TmxUnit {
  id: string;
  /** `pair`: sentences of a story. `note`: the words of a translation note, as they should be where it says so. */
  kind: 'pair' | 'note';
  storyKey: string;
  note: string;
  original: { lang: Language; text: string };
  translation: { lang: Language; text: string };
}

/**
 * The translations of a report as a translation memory.
 * @throws UratoriError `export-quote-mismatch`
 */
export async function* tmxReport(report: Report): AsyncGenerator<string> {
  yield* tmxText(tmxUnits(report), report.title, report.provenance);
}

/** A translation memory (TMX 1.4b, https://www.gala-global.org/tmx-14b). */
export async function* tmxText(
  units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>,
  title: string,
  { version, exportedAt }: Pick<Provenance, 'version' | 'exportedAt'>,
): AsyncGenerator<string> {
  const date = tmxDate(exportedAt);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n`;
  yield `<header creationtool="Uratori" creationtoolversion="${xmlAttribute(version)}" creationdate="${date}" segtype="sentence" o-tmf="uratori" adminlang="en" srclang="*all*" datatype="plaintext"><note>${xmlText(title)}</note></header>\n<body>\n`;
  for await (const unit of units) yield unitText(unit, date);
  yield '</body>\n</tmx>\n';
}

/**
 * Reads the units that `tmxText` wrote, and those of other programs: the variant in the source language is the
 * original, or the first where none is; each other one translates it. Codes of markup are no words.
 */
export async function parseTmx(text: string): Promise<TmxUnit[]> {
  const units: TmxUnit[] = [];
  let usual = '';
  async function* chunks() {
    yield text;
  }
  const wanted = (name: string, parent: string) => name === 'tu' || (name === 'header' && parent === 'tmx');
  for await (const item of xmlItems(chunks(), wanted, 'memory.tmx')) {
    if ('code' in item) continue;
    const { element } = item;
    if (element.name === 'header') usual = attributeOf(element, 'srclang');
    else units.push(...unitsIn(element, attributeOf(element, 'srclang') || usual));
  }
  return units;
}

function unitsIn(element: XmlElement, sourceLanguage: string): TmxUnit[] {
  const variants = childrenNamed(element, 'tuv').map(variantOf);
  const source = variants.find(({ lang }) => lang.toLowerCase() === sourceLanguage.toLowerCase());
  const original = source ?? variants[0];
  const translations = variants.filter((variant) => variant !== original);
  if (!original) return [];
  const prop = (type: string) =>
    childrenNamed(element, 'prop')
      .filter((each) => attributeOf(each, 'type') === type)
      .map(textOf)[0] ?? '';
  return translations.map((translation) => ({
    id: attributeOf(element, 'tuid'),
    kind: prop('x-uratori-kind') === 'note' ? 'note' : 'pair',
    storyKey: prop('x-uratori-story'),
    note: textOfChild(element, 'note'),
    original,
    translation,
  }));
}

function variantOf(element: XmlElement): TmxUnit['original'] {
  const [segment] = childrenNamed(element, 'seg');
  return {
    lang: attributeOf(element, 'xml:lang') || attributeOf(element, 'lang'),
    text: segment ? wordsOf(segment).trim() : '',
  };
}

/** Elements that hold codes of some markup, which are no words. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

function wordsOf({ children }: XmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? child : CODES.has(child.name) ? '' : wordsOf(child)))
    .join('');
}

function unitText({ id, kind, storyKey, note, original, translation }: TmxUnit, date: string): string {
  const remark = note === '' ? '' : `<note>${xmlText(note)}</note>`;
  const variant = ({ lang, text }: TmxUnit['original']) =>
    `<tuv xml:lang="${xmlAttribute(lang)}"><seg>${xmlText(text)}</seg></tuv>`;
  return `<tu tuid="${xmlAttribute(id)}" changedate="${date}">${remark}<prop type="x-uratori-story">${xmlText(storyKey)}</prop><prop type="x-uratori-kind">${kind}</prop>${variant(original)}${variant(translation)}</tu>\n`;
}

/** `20250412T090000Z`, as TMX has it. */
function tmxDate(iso: string): string {
  return iso.replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '');
}
