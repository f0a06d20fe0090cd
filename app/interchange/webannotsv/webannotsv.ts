import type { AnnotationSet } from '../annotation-set.ts';
import { type DocumentName, NAMES, namesText } from '../cas/names.ts';
import { wordingOf } from '../cas/structures.ts';
import { TYPE_SYSTEM, typeSystemText } from '../cas/type-system.ts';
import type { Interchange, OutFile } from '../format.ts';
import { serial } from '../reading.ts';
import { about } from './about.ts';
import { documentOf } from './document.ts';
import { parse } from './parse.ts';

/**
 * WebAnno TSV 3.3, a document a story, and the type system with which WebAnno's successor INCEpTION gets to know the
 * layers.
 */
export const webannotsv: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet): Generator<OutFile> {
  const wording = wordingOf(set);
  const stories: DocumentName[] = [];
  yield { name: TYPE_SYSTEM, chunks: typeSystemText() };
  for (const story of set.stories) {
    if (story.text === null) continue;
    const document = serial(stories.length + 1);
    const { key, lang, source, publishedAt, link } = story;
    const { lines, lead } = documentOf(story, story.text, wording);
    stories.push({ document, key, lang, source, publishedAt, link, lead });
    yield { name: `${document}.tsv`, chunks: lines };
  }
  yield { name: NAMES, chunks: [namesText(set, stories)] };
}
