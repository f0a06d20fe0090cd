import type { AnnotationSet } from '../annotation-set.ts';
import { NAMES, namesText } from '../cas/names.ts';
import { wordingOf } from '../cas/structures.ts';
import type { Interchange, OutFile } from '../format.ts';
import { serial } from '../reading.ts';
import { about } from './about.ts';
import { documentText } from './document.ts';
import { parse } from './parse.ts';

/** UIMA CAS as JSON 0.4 (https://github.com/apache/uima-uimaj-io-jsoncas), a document a story. */
export const casjson: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet): Generator<OutFile> {
  const wording = wordingOf(set);
  let documents = 0;
  for (const story of set.stories) {
    if (story.text === null) continue;
    documents += 1;
    yield { name: `${serial(documents)}.json`, chunks: documentText(story, story.text, wording) };
  }
  yield { name: NAMES, chunks: [namesText(set, [])] };
}
