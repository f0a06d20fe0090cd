import type { SetStory } from '../annotation-set.ts';
import { DOCUMENT, SENTENCE, TOKEN } from './layers.ts';
import type { Structure } from './model.ts';
import { sentencesOf } from './sentences.ts';
import { structuresOf, type Wording } from './structures.ts';

/** The text of a view has this id. */
export const SOFA_ID = 1;

/**
 * All that a document has in its CAS: what DKPro Core and INCEpTION want of one (its facts, sentences and tokens), then
 * the annotations.
 * @throws UratoriError `export-quote-mismatch`
 */
export function documentOf(story: SetStory, text: string, wording: Omit<Wording, 'firstId'>): Structure[] {
  const { key, link } = story;
  const structures: Structure[] = [];
  const add = (type: string, begin: number, end: number, values: Record<string, string> = {}) =>
    structures.push({
      ...{ id: SOFA_ID + 1 + structures.length, type, place: { begin, end } },
      ...{ values: new Map(Object.entries(values)), refs: new Map() },
    });
  add(DOCUMENT, 0, text.length, { documentId: key, ...(link === null ? {} : { documentUri: link }) });
  const sentences = sentencesOf(text);
  for (const { start, end } of sentences) add(SENTENCE, start, end);
  for (const { tokens } of sentences) for (const { start, end } of tokens) add(TOKEN, start, end);
  const firstId = SOFA_ID + 1 + structures.length;
  return [...structures, ...structuresOf(story, text, { ...wording, firstId })];
}

/** The language of a document, as UIMA has it. */
export function languageOf({ lang }: SetStory): string {
  return lang === 'und' ? 'x-unspecified' : lang;
}
