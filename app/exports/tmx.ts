import type { Anchor } from '../anchor.ts';
import {
  attributeOf,
  childrenNamed,
  textOf,
  textOfChild,
  type XmlElement,
} from '../formats/reading/xml-element.ts';
import { xmlItems } from '../formats/reading/xml-items.ts';
import { termPairsOf } from '../glossary/term-pairs.ts';
import { xmlAttribute, xmlText } from '../glossary/xml.ts';
import { annotationsOf } from '../project.ts';
import { plainText } from '../rich-text.ts';
import type { Language, Story } from '../story.ts';
import type { Range } from '../text/boundaries.ts';
import { currentPairs } from '../translation/current-pairs.ts';
import { versionSegments, versionsOf } from '../translation/versions.ts';
import type { TranslationNote } from '../translation-note.ts';
import { placeOf } from './place.ts';
import { inTurn, type Report, type ReportStory } from './report.ts';

/** A translation unit: words, and those that translate them. */
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
 * The translations of a report as a translation memory (TMX 1.4b, https://www.gala-global.org/tmx-14b): a unit for each
 * pair of sentences that has both sides, and one for each note that tells how words should be translated.
 * @throws UratoriError `export-quote-mismatch`
 */
export async function* tmxReport(report: Report): AsyncGenerator<string> {
  const { version, exportedAt } = report.provenance;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n`;
  yield `<header creationtool="Uratori" creationtoolversion="${xmlAttribute(version)}" creationdate="${tmxDate(exportedAt)}" segtype="sentence" o-tmf="uratori" adminlang="en" srclang="*all*" datatype="plaintext"><note>${xmlText(report.title)}</note></header>\n<body>\n`;
  for await (const story of inTurn(report)) {
    for (const unit of unitsOf(report, story)) yield unitText(unit, tmxDate(exportedAt));
  }
  yield '</body>\n</tmx>\n';
}

/** Reads the units that `tmxReport` wrote, and those of other programs that have two languages. */
export async function parseTmx(text: string): Promise<TmxUnit[]> {
  const units: TmxUnit[] = [];
  async function* chunks() {
    yield text;
  }
  for await (const item of xmlItems(chunks(), (name) => name === 'tu', 'memory.tmx')) {
    if ('code' in item) continue;
    const { element } = item;
    const [original, translation] = childrenNamed(element, 'tuv').map(variantOf);
    if (!original || !translation) continue;
    const prop = (type: string) =>
      childrenNamed(element, 'prop')
        .filter((each) => attributeOf(each, 'type') === type)
        .map(textOf)[0] ?? '';
    units.push({
      id: attributeOf(element, 'tuid'),
      kind: prop('x-uratori-kind') === 'note' ? 'note' : 'pair',
      storyKey: prop('x-uratori-story'),
      note: textOfChild(element, 'note'),
      original,
      translation,
    });
  }
  return units;
}

function variantOf(element: XmlElement) {
  return {
    lang: attributeOf(element, 'xml:lang') || attributeOf(element, 'lang'),
    text: textOfChild(element, 'seg'),
  };
}

function* unitsOf({ project }: Report, { key, story }: ReportStory): Generator<TmxUnit> {
  const sides = story && versionSegments(story);
  const lang = {
    original: sides?.original[0]?.lang ?? story?.lang ?? 'und',
    translation: sides?.translation[0]?.lang ?? 'und',
  };
  const unit = (
    id: string,
    kind: TmxUnit['kind'],
    original: string,
    translation: string,
    note = '',
  ): TmxUnit => ({
    id: `${key}#${id}`,
    kind,
    storyKey: key,
    note,
    original: { lang: lang.original, text: original },
    translation: { lang: lang.translation, text: translation },
  });
  const versions = story && versionsOf(story);
  if (story && versions) {
    const { pairs } = currentPairs(
      versions,
      project.alignments.get(key) ?? null,
      termPairsOf(project.glossary.values()),
    );
    for (const [index, pair] of pairs.entries()) {
      const [original, translation] = [wordsOf(story, pair.original), wordsOf(story, pair.translation)];
      if (original !== '' && translation !== '') yield unit(`p${index + 1}`, 'pair', original, translation);
    }
  }
  for (const id of annotationsOf(project, key).notes) {
    const note = project.notes.get(id);
    if (!note?.original) continue;
    const wording = note.suggestion.trim() || quoteOf(note.translation, story);
    if (wording !== '')
      yield unit(`n${note.id}`, 'note', quoteOf(note.original, story), wording, remarkOf(note));
  }
}

function remarkOf({ kind, comment }: TranslationNote): string {
  return [kind, plainText(comment).trim()].filter((part) => part !== '').join(': ');
}

/** The words of an anchor, once its place in the text that is written out was checked. */
function quoteOf(anchor: Anchor | null, story: Story | null): string {
  if (!anchor) return '';
  placeOf(anchor, story);
  return anchor.quote.trim();
}

function wordsOf(story: Story, ranges: readonly Range[]): string {
  return ranges
    .map(({ start, end }) => story.text.slice(start, end).trim())
    .filter((words) => words !== '')
    .join(' ');
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
