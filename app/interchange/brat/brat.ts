import type { AnnotationSet, SetOrigin } from '../annotation-set.ts';
import type { Interchange, OutFile } from '../format.ts';
import { serial } from '../reading.ts';
import { about } from './about.ts';
import { annotationConf, typesOf, visualConf } from './configuration.ts';
import { parse } from './parse.ts';
import { type Standoff, standoffOf } from './standoff.ts';

/** Beside brat's own files: which story, tag, rating or annotation a name in them stands for. */
export const NAMES = 'uratori.json';

/** Standoff of brat, a pair of files a story, with the configuration that brat needs to show it. */
export const brat: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet, origin: SetOrigin): Generator<OutFile> {
  const types = typesOf(set);
  const stories: unknown[] = [];
  for (const { key, text, lang, source, publishedAt, link, ...annotations } of set.stories) {
    if (text === null) continue;
    const document = serial(stories.length + 1);
    const story = { key, text, lang, source, publishedAt, link, ...annotations };
    const { lines, ids }: Standoff = standoffOf(story, text, types);
    yield { name: `${document}.txt`, chunks: [text] };
    yield { name: `${document}.ann`, chunks: lines.map((line) => `${line}\n`) };
    stories.push({ document, key, lang, source, publishedAt, link, ids });
  }
  yield { name: 'annotation.conf', chunks: [annotationConf(types)] };
  yield { name: 'visual.conf', chunks: [visualConf(set, types, origin)] };
  const typed = <T extends { id: string }>(list: readonly T[], names: ReadonlyMap<string, string>) =>
    list.map((entry) => ({ type: names.get(entry.id), ...entry }));
  const names = { stories, tags: typed(set.tags, types.tags), ratings: typed(set.ratings, types.ratings) };
  yield { name: NAMES, chunks: [JSON.stringify(names, null, 1), '\n'] };
}
