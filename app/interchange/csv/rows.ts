import type { AnnotationSet, Span } from '../annotation-set.ts';
import { quotedPlacesIn } from '../quoted-places.ts';
import { type Measured, measured } from '../units.ts';
import { type Part, TABLES, type TableName } from './tables.ts';

type RowOf<N extends TableName> = Record<(typeof TABLES)[N][number], string>;

/** A table of a set: its columns, and its rows, which can be gone through again and again. */
export interface Table {
  name: TableName;
  columns: readonly string[];
  rows: () => Iterable<Readonly<Record<string, string>>>;
}

/** A set as tables that are joined by ids, in the order of `TABLES`. Stories without their text stay out. */
export function tablesOf(set: AnnotationSet): Table[] {
  const whole = { ...set, stories: set.stories.filter(({ text }) => text !== null) };
  const rowsOf: { [N in TableName]: (from: AnnotationSet) => Iterable<RowOf<N>> } = {
    ...{ stories, claims, evidence, taggings, notes, spans, tags, ratings },
  };
  return (Object.keys(TABLES) as TableName[]).map((name) => ({
    name,
    columns: TABLES[name],
    rows: () => rowsOf[name](whole),
  }));
}

function* stories(set: AnnotationSet): Generator<RowOf<'stories'>> {
  for (const { key, lang, source, publishedAt, link, text } of set.stories)
    yield {
      ...{ story: key, lang, source: optional(source?.name), handle: optional(source?.handle) },
      ...{ published: optional(publishedAt), link: optional(link), text: text ?? '' },
    };
}

function* claims(set: AnnotationSet): Generator<RowOf<'claims'>> {
  const known = new Map(set.ratings.map((rating) => [rating.id, rating]));
  for (const { key, claims: list } of set.stories)
    for (const claim of list) {
      const { id, spans: places, wording, claimant, ratingId, rationale, carriedFrom, by, at } = claim;
      const rating = known.get(ratingId ?? '');
      const quote = places.map((span) => span.quote).join(' … ');
      yield {
        ...{ claim: id, story: key, quote, wording, claimant, rating: optional(ratingId) },
        ...{ 'rating label': rating?.label.en ?? '', outcome: rating?.outcome ?? '', rationale },
        ...{ 'carried from': optional(carriedFrom), by, at },
      };
    }
}

function* evidence(set: AnnotationSet): Generator<RowOf<'evidence'>> {
  const quoted = quotedPlacesIn(set.stories, 'code-point');
  for (const { claims: list } of set.stories)
    for (const claim of list)
      for (const { file, archiveUrl, capturedAt, publishedAt, id, story, ...entry } of claim.evidence) {
        const [start, end] = quoted.place({ story }) ?? [];
        yield {
          ...{ ...entry, evidence: id, claim: claim.id, archive: archiveUrl, captured: capturedAt },
          ...{ published: publishedAt, file: optional(file?.name), 'file sha256': file?.sha256 ?? '' },
          ...{ 'quoted story': optional(story?.key), 'quoted start': cell(start), 'quoted end': cell(end) },
        };
      }
}

function* taggings(set: AnnotationSet): Generator<RowOf<'taggings'>> {
  const names = new Map(set.tags.map((tag) => [tag.id, tag.name]));
  for (const { key, taggings: list } of set.stories)
    for (const { id, tagId, span, memo, by, at } of list)
      yield {
        ...{ tagging: id, story: key, tag: tagId, 'tag name': names.get(tagId) ?? '' },
        ...{ quote: span?.quote ?? '', memo, by, at },
      };
}

function* notes(set: AnnotationSet): Generator<RowOf<'notes'>> {
  for (const { key, notes: list } of set.stories)
    for (const { id, kind, original, translation, comment, suggestion, by, at } of list)
      yield {
        ...{ note: id, story: key, kind, original: original?.quote ?? '' },
        ...{ translation: translation?.quote ?? '', comment, suggestion, by, at },
      };
}

function* spans(set: AnnotationSet): Generator<RowOf<'spans'>> {
  const row = (measure: Measured, annotation: string, part: Part, span: Span): RowOf<'spans'> => {
    const [start, end] = measure.place(span);
    return { annotation, part, start: String(start), end: String(end), quote: span.quote };
  };
  for (const { key, text, ...story } of set.stories) {
    const measure = measured(text ?? '', 'code-point', key);
    for (const { id, spans: places } of story.claims)
      for (const span of places) yield row(measure, id, 'claim', span);
    for (const { id, span } of story.taggings) if (span) yield row(measure, id, 'tag', span);
    for (const { id, original, translation } of story.notes) {
      if (original) yield row(measure, id, 'original', original);
      if (translation) yield row(measure, id, 'translation', translation);
    }
  }
}

function* tags(set: AnnotationSet): Generator<RowOf<'tags'>> {
  for (const { id, name, parentId, colour, description } of set.tags)
    yield { tag: id, name, parent: optional(parentId), colour: colour ?? '', description };
}

function* ratings(set: AnnotationSet): Generator<RowOf<'ratings'>> {
  for (const { id, label, meaning, outcome } of set.ratings)
    yield {
      ...{ rating: id, 'label en': label.en, 'label ja': label.ja },
      ...{ 'meaning en': meaning.en, 'meaning ja': meaning.ja, outcome },
    };
}

function cell(count: number | undefined): string {
  return count === undefined ? '' : String(count);
}

/** An empty cell says that there is none; a word that is empty itself cannot be told from it, and is none either. */
function optional(value: string | null | undefined): string {
  return value ?? '';
}
