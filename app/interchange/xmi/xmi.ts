import type { AnnotationSet } from '../annotation-set.ts';
import { NAMES, namesText } from '../cas/names.ts';
import { wordingOf } from '../cas/structures.ts';
import { TYPE_SYSTEM, typeSystemText } from '../cas/type-system.ts';
import type { Interchange, OutFile } from '../format.ts';
import { serial } from '../reading.ts';
import { about } from './about.ts';
import { documentText } from './document.ts';
import { parse } from './parse.ts';

/** UIMA CAS as XMI 1.0, a document a story, with the type system that defines its layers. */
export const xmi: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet): Generator<OutFile> {
  const wording = wordingOf(set);
  yield { name: TYPE_SYSTEM, chunks: typeSystemText() };
  let documents = 0;
  for (const story of set.stories) {
    if (story.text === null) continue;
    documents += 1;
    yield { name: `${serial(documents)}.xmi`, chunks: documentText(story, story.text, wording) };
  }
  yield { name: NAMES, chunks: [namesText(set, [])] };
}
