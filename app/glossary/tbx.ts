import { attributeOf, textOf, type XmlElement } from '../formats/reading/xml-element.ts';
import { xmlItems } from '../formats/reading/xml-items.ts';
import type { GlossaryContent, GlossaryEntry } from './entry.ts';
import type { ReadGlossary } from './reading.ts';
import { xmlAttribute, xmlText } from './xml.ts';

/** `3`: ISO 30042:2019, `2`: ISO 30042:2008 (martif), which older programs read. Both in the TBX-Basic dialect. */
export type TbxVersion = 2 | 3;

/** What the versions call the same things. */
const NAMES = {
  2: { root: 'martif', entry: 'termEntry', language: 'langSet', term: 'tig', header: 'martifHeader' },
  3: { root: 'tbx', entry: 'conceptEntry', language: 'langSec', term: 'termSec', header: 'tbxHeader' },
} as const;

/** The glossary as TBX: a concept an entry, the original's language first, variants as admitted terms. */
export function* glossaryTbx(
  entries: Iterable<GlossaryEntry>,
  version: TbxVersion,
  title: string,
): Generator<string> {
  const { root, entry: concept, language, term, header } = NAMES[version];
  const dialect = version === 3 ? ' style="dca" xmlns="urn:iso:std:iso:30042:ed-2"' : '';
  const doctype = version === 2 ? '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n' : '';
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<${root} type="TBX-Basic"${dialect} xml:lang="en">\n`;
  yield `<${header}><fileDesc><titleStmt><title>${xmlText(title)}</title></titleStmt>`;
  yield `<sourceDesc><p>Glossary of an Uratori project</p></sourceDesc></fileDesc></${header}>\n<text><body>\n`;
  const wording = (words: string, status: 'preferred' | 'admitted') =>
    `<${term}><term>${xmlText(words)}</term><termNote type="administrativeStatus">${status}Term-admn-sts</termNote></${term}>`;
  const section = (lang: string, terms: string) =>
    `<${language} xml:lang="${xmlAttribute(lang)}">${terms}</${language}>`;
  for (const { id, source, sourceLang, target, targetLang, variants, note } of entries) {
    const remark = note === '' ? '' : `<note>${xmlText(note)}</note>`;
    const translations = [
      wording(target, 'preferred'),
      ...variants.map((variant) => wording(variant, 'admitted')),
    ].join('');
    yield `<${concept} id="${xmlAttribute(`e-${id}`)}">${remark}${section(sourceLang, wording(source, 'preferred'))}${section(targetLang, translations)}</${concept}>\n`;
  }
  yield `</body></text>\n</${root}>\n`;
}

/** Reads TBX of either version: of each concept, the first language as the original's, every other one as a translation of it. */
export async function readTbx(text: string): Promise<ReadGlossary> {
  const found: ReadGlossary = { entries: [], refused: [] };
  async function* chunks() {
    yield text;
  }
  const wanted = new Set<string>(['termEntry', 'conceptEntry']);
  for await (const item of xmlItems(chunks(), (name) => wanted.has(localName(name)), 'glossary.tbx')) {
    if ('code' in item) {
      found.refused.push({ line: Number(item.params.position ?? 0), words: '', reason: 'broken' });
      continue;
    }
    const { element, line } = item;
    const [original, ...translations] = languagesOf(element);
    const source = original?.terms[0]?.words;
    const note =
      own(element, 'note', 'descrip')
        .map(rawText)
        .find((each) => each.trim() !== '') ?? '';
    if (!original || !source) {
      found.refused.push({ line, words: '', reason: 'no-source' });
      continue;
    }
    if (translations.every(({ terms }) => terms.length === 0))
      found.refused.push({ line, words: source, reason: 'no-target' });
    for (const { lang, terms } of translations) {
      const preferred = terms.find(({ preferred: is }) => is) ?? terms[0];
      if (!preferred) continue;
      const entry: GlossaryContent = {
        source,
        sourceLang: original.lang,
        target: preferred.words,
        targetLang: lang,
        variants: [...new Set(terms.filter((each) => each !== preferred).map(({ words }) => words))],
        note,
      };
      found.entries.push({ line, entry });
    }
  }
  return found;
}

interface Wordings {
  lang: string;
  terms: { words: string; preferred: boolean }[];
}

function languagesOf(concept: XmlElement): Wordings[] {
  return own(concept, 'langSet', 'langSec').map((section) => ({
    lang: attributeOf(section, 'xml:lang') || attributeOf(section, 'lang') || 'und',
    terms: own(section, 'tig', 'ntig', 'termSec').flatMap((group) => {
      // ntig holds its term in a termGrp.
      const holders = [group, ...own(group, 'termGrp')];
      const words = holders
        .flatMap((holder) => own(holder, 'term'))
        .map(textOf)
        .find((each) => each !== '');
      if (words === undefined) return [];
      const notes = holders.flatMap((holder) => own(holder, 'termNote'));
      return { words, preferred: notes.some((each) => /^preferredTerm/u.test(textOf(each))) };
    }),
  }));
}

function own(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(localName(child.name)),
  );
}

/** With its blanks, as it was written. */
function rawText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
