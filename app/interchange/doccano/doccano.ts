import type { AnnotationSet } from '../annotation-set.ts';
import type { Interchange, OutFile } from '../format.ts';
import { about } from './about.ts';
import { lineOf } from './line.ts';
import { parse } from './parse.ts';

/**
 * JSON lines of doccano (https://doccano.github.io/doccano/tutorial/), in the form of its relation extraction projects:
 * a text a line, spans with one label each, relations between them. Other keys are kept by doccano as a text's own
 * data and come back with it.
 */
export const doccano: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet): Generator<OutFile> {
  yield { name: 'doccano.jsonl', chunks: linesOf(set) };
}

function* linesOf(set: AnnotationSet): Generator<string> {
  const tags = new Map(set.tags.map((tag) => [tag.id, tag.name]));
  for (const story of set.stories) {
    if (story.text === null) continue;
    yield `${JSON.stringify(lineOf(story, story.text, tags))}\n`;
  }
}
