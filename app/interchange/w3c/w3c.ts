import type { AnnotationSet, SetOrigin } from '../annotation-set.ts';
import type { Interchange, OutFile } from '../format.ts';
import { serial } from '../reading.ts';
import { about } from './about.ts';
import { claimAnnotation, type Names, noteAnnotation, taggingAnnotation } from './annotations.ts';
import { COLLECTION, CONTEXT, PAGE_SIZE, urn } from './names.ts';
import { parse } from './parse.ts';
import { placesIn } from './places.ts';

/**
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as a collection with pages, and the texts that the
 * positions count in. Its addresses are relative: the folder can be published as it is.
 */
export const w3c: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet, origin: SetOrigin): Generator<OutFile> {
  // What has no text has no place in it either, and the others of a set with texts would be incomplete beside it.
  const stories = set.stories.filter((story) => story.text !== null);
  const textFile = (index: number) => `texts/${serial(index + 1)}.txt`;
  const annotations = [...annotationsOf({ ...set, stories }, origin, textFile)];
  const pages = Math.max(1, Math.ceil(annotations.length / PAGE_SIZE));

  for (const [index, { text }] of stories.entries())
    yield { name: textFile(index), chunks: [text as string] };
  for (let page = 0; page < pages; page += 1) {
    const items = annotations.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    yield {
      name: pageFile(page),
      chunks: json({
        '@context': CONTEXT,
        id: pageFile(page),
        type: 'AnnotationPage',
        partOf: { id: COLLECTION, total: annotations.length },
        startIndex: page * PAGE_SIZE,
        next: page + 1 < pages ? pageFile(page + 1) : undefined,
        prev: page > 0 ? pageFile(page - 1) : undefined,
        items,
      }),
    };
  }
  yield {
    name: COLLECTION,
    chunks: json({
      '@context': CONTEXT,
      id: COLLECTION,
      type: 'AnnotationCollection',
      canonical: urn('project', origin.projectId),
      label: origin.title,
      modified: origin.exportedAt,
      generator: { type: 'Software', name: `Uratori ${origin.version}` },
      total: annotations.length,
      first: pageFile(0),
      last: pageFile(pages - 1),
      'uratori:stories': stories.map(({ key, lang, source, publishedAt, link }, index) => {
        return { key, text: textFile(index), lang, source, publishedAt, link };
      }),
      'uratori:tags': set.tags,
      'uratori:ratings': set.ratings,
    }),
  };
}

function* annotationsOf(
  set: AnnotationSet,
  { locale, exportedAt }: SetOrigin,
  textFile: (index: number) => string,
) {
  const placed = new Map(
    set.stories.map((story, index) => {
      const state = { cached: textFile(index), sourceDate: exportedAt };
      return [story.key, { story, state }] as const;
    }),
  );
  const names: Names = {
    locale,
    placesOf(key) {
      const found = placed.get(key);
      return found ? placesIn(found.story, found.state) : null;
    },
    ratings: new Map(set.ratings.map((rating) => [rating.id, rating])),
    tags: new Map(set.tags.map((tag) => [tag.id, tag])),
  };
  for (const [index, story] of set.stories.entries()) {
    const places = placesIn(story, { cached: textFile(index), sourceDate: exportedAt });
    for (const claim of story.claims) yield claimAnnotation(claim, places, names);
    for (const tagging of story.taggings) yield taggingAnnotation(tagging, places, names);
    for (const note of story.notes) yield noteAnnotation(note, places);
  }
}

function pageFile(page: number): string {
  return `page-${serial(page + 1)}.jsonld`;
}

function* json(value: unknown): Generator<string> {
  yield JSON.stringify(value, null, 1);
  yield '\n';
}
