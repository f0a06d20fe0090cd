import { z } from 'zod';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { AnnotationSet, SetStory, Span } from '../annotation-set.ts';
import type { Reading } from '../format.ts';
import { type Files, filesEnding, fits, jsonIn, unreadable } from '../reading.ts';
import { COLLECTION, idIn } from './names.ts';
import { type Annotation, annotationSchema, collectionSchema, pageSchema, type Target } from './schema.ts';
import { textReader } from './text-reader.ts';

/**
 * Reads a folder of a collection, its pages and the texts beside them; or any annotations of others, a file each or
 * in pages. Theirs have no text here: a quote alone tells their place, which is looked for in what `textAt` gives.
 */
export function parse(files: Files, textAt: (address: string) => string | null = () => null): Reading {
  const problems: Reading['problems'] = [];
  const collection = collectionOf(files);
  const stories = new Map<string, SetStory & { spanOf: (target: Target) => Span | null }>();
  const story = (key: string, facts: Omit<SetStory, 'key' | 'claims' | 'taggings' | 'notes'>) => {
    const made = { key, ...facts, claims: [], taggings: [], notes: [], spanOf: textReader(facts.text ?? '') };
    stories.set(key, made);
    return made;
  };
  for (const { key, text, ...facts } of collection['uratori:stories'])
    story(key, { ...facts, text: files.get(text) ?? unreadable(text, 'missing') });
  const tags = [...collection['uratori:tags']];
  const spanIn: Beside['spanIn'] = (key, selector) =>
    stories.get(key)?.spanOf({ id: undefined, source: undefined, scope: undefined, selector }) ?? null;

  for (const { annotation, file } of annotationsIn(files)) {
    const [first] = annotation.target;
    const key = idIn('story', stringOf(first?.scope)) ?? first?.source ?? first?.id ?? file;
    const into =
      stories.get(key) ??
      story(key, { text: textAt(key), lang: 'und', source: null, publishedAt: null, link: key });
    const spans = annotation.target.map((target) =>
      target.selector.length > 0 ? into.spanOf(target) : null,
    );
    if (annotation.target.some(({ selector }, index) => selector.length > 0 && !spans[index])) {
      problems.push({ code: 'interchange-no-place', params: { file, what: annotation.id ?? '' } });
      continue;
    }
    add(into, annotation, spans, { tags, spanIn, problems, file });
  }
  const set: AnnotationSet = {
    stories: [...stories.values()].map(({ spanOf: _, ...plain }) => plain),
    tags,
    ratings: collection['uratori:ratings'],
  };
  return { set, problems };
}

interface Beside {
  tags: AnnotationSet['tags'];
  /** Where a selector of a body stands in a story of the collection. */
  spanIn(key: string, selector: Target['selector']): Span | null;
  problems: Reading['problems'];
  file: string;
}

function add(
  story: SetStory,
  annotation: Annotation,
  spans: (Span | null)[],
  { tags, spanIn, problems, file }: Beside,
): void {
  const { id, body, target } = annotation;
  const words = (purpose: string) => body.find((one) => one.purpose === purpose)?.value ?? '';
  const made = { by: annotation.creator[0] ?? '', at: annotation.created };
  const claimId = idIn('claim', id);
  const noteId = idIn('note', id);
  if (claimId !== null) {
    story.claims.push({
      id: claimId,
      spans: spans.filter((span) => span !== null),
      wording: words('describing'),
      claimant: words('identifying'),
      ratingId: idIn('rating', body.find(({ purpose }) => purpose === 'assessing')?.id),
      rationale: words('commenting'),
      evidence: body.flatMap(({ 'uratori:evidence': entry, selector }) => {
        if (!entry) return [];
        const { story: quoted } = entry;
        const span = quoted && selector.length > 0 ? spanIn(quoted.key, selector) : null;
        if (quoted && selector.length > 0 && !span)
          problems.push({ code: 'interchange-no-place', params: { file, what: entry.quote } });
        return { ...entry, story: quoted && { key: quoted.key, span } };
      }),
      carriedFrom: idIn('claim', annotation['uratori:carriedFrom']),
      ...made,
    });
  } else if (noteId !== null) {
    const side = (name: string) => spans[target.findIndex((one) => one.id?.endsWith(`#${name}`))] ?? null;
    const kind = words('classifying');
    story.notes.push({
      id: noteId,
      kind: TRANSLATION_NOTE_KINDS.find((known) => known === kind) ?? 'nuance',
      original: side('original'),
      translation: side('translation'),
      comment: words('commenting'),
      suggestion: words('editing'),
      ...made,
    });
  } else {
    // Of others: what they tag, else what they do, is the tag; what they say is why.
    const tagBody = body.find((one) => one.purpose === 'tagging');
    const name = tagBody?.value ?? annotation.motivation[0] ?? 'commenting';
    const tagId = idIn('tag', tagBody?.id) ?? name;
    if (!tags.some((tag) => tag.id === tagId))
      tags.push({ id: tagId, name, parentId: null, colour: null, description: '' });
    const said = tagBody
      ? words('commenting')
      : (annotation.bodyValue ?? body.flatMap(({ value }) => value ?? []).join('\n'));
    story.taggings.push({
      id: idIn('tagging', id) ?? id ?? '',
      tagId,
      span: spans[0] ?? null,
      memo: said,
      ...made,
    });
  }
}

function collectionOf(files: Files) {
  const text = files.get(COLLECTION);
  return text === undefined ? collectionSchema.parse({}) : jsonIn(COLLECTION, text, collectionSchema);
}

/** Every annotation of the files, page after page. */
function* annotationsIn(files: Files): Generator<{ annotation: Annotation; file: string }> {
  for (const file of [...filesEnding(files, '.jsonld'), ...filesEnding(files, '.json')]) {
    const content = jsonIn(file, files.get(file) as string, z.unknown());
    for (const annotation of annotationsOf(file, content)) yield { annotation, file };
  }
}

function annotationsOf(file: string, content: unknown): Annotation[] {
  if (Array.isArray(content)) return fits(file, content, z.array(annotationSchema));
  const { items, first, type } = (content ?? {}) as Record<string, unknown>;
  if (Array.isArray(items)) return fits(file, content, pageSchema).items;
  if (typeof first === 'object' && first !== null) return annotationsOf(file, first);
  const isCollection = [type].flat().includes('AnnotationCollection');
  return isCollection ? [] : [fits(file, content, annotationSchema)];
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
