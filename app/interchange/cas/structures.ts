import type { AnnotationSet, SetStory, Span } from '../annotation-set.ts';
import { sidesOf } from '../labels.ts';
import { type QuotedPlaces, quotedPlacesIn } from '../quoted-places.ts';
import { measured } from '../units.ts';
import {
  CLAIM,
  EVIDENCE,
  FROM,
  NOTE,
  PLACELESS_CLAIM,
  SAME_CLAIM,
  STORY,
  STORY_TAGGING,
  TAGGING,
  TO,
  TRANSLATED_AS,
} from './layers.ts';
import type { Structure } from './model.ts';

/** What the structures of a story take from the rest of the set. */
export interface Wording {
  /** The names of tags, by their ids. */
  tags: ReadonlyMap<string, string>;
  /** The first id that is free. */
  firstId: number;
  /** Where evidence quotes other stories. */
  quoted: QuotedPlaces;
}

export function wordingOf({ stories, tags }: AnnotationSet): Omit<Wording, 'firstId'> {
  return {
    tags: new Map(tags.map((tag) => [tag.id, tag.name])),
    quoted: quotedPlacesIn(stories, 'utf-16-code-unit'),
  };
}

/**
 * The annotations of a story as feature structures, in their order, and which story it is. Offsets count UTF-16 units.
 * @throws UratoriError `export-quote-mismatch`
 */
export function structuresOf(story: SetStory, text: string, { tags, firstId, quoted }: Wording): Structure[] {
  const measure = measured(text, 'utf-16-code-unit', story.key);
  const structures: Structure[] = [];
  type Values = Record<string, string | null | undefined>;
  const add = (
    type: string,
    place: Structure['place'],
    values: Values,
    refs: Record<string, number> = {},
  ) => {
    const id = firstId + structures.length;
    const said = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
    structures.push({ id, type, place, values: new Map(said), refs: new Map(Object.entries(refs)) });
    return id;
  };
  const annotate = (type: string, span: Span, values: Values) => {
    const [begin, end] = measure.place(span);
    return { id: add(type, { begin, end }, values), place: { begin, end } };
  };
  /** As UIMA has it, a relation stands where it ends. */
  const relate = (type: string, from: { id: number }, to: { id: number; place: Structure['place'] }) =>
    add(type, to.place, {}, { [TO]: to.id, [FROM]: from.id });

  const { key, lang, source, publishedAt, link } = story;
  add(STORY, null, { key, lang, source: source?.name, handle: source?.handle, published: publishedAt, link });
  for (const {
    id,
    spans,
    ratingId,
    wording,
    claimant,
    rationale,
    carriedFrom,
    by,
    at,
    evidence,
  } of story.claims) {
    const whole = { rating: ratingId, wording, claimant, rationale, carriedFrom, identifier: id, by, at };
    if (spans.length === 0) add(PLACELESS_CLAIM, null, whole);
    const [first, ...others] = spans.map((span, index) =>
      annotate(CLAIM, span, index === 0 ? whole : { rating: ratingId, identifier: id }),
    );
    for (const other of others) relate(SAME_CLAIM, first as { id: number }, other);
    for (const { file, id: identifier, story: other, ...entry } of evidence) {
      const [begin, end] = quoted.place({ story: other })?.map(String) ?? [];
      add(EVIDENCE, null, {
        ...{ ...entry, claim: id, identifier, fileName: file?.name, fileSha256: file?.sha256 },
        ...{ quotedStory: other?.key, quotedBegin: begin, quotedEnd: end },
      });
    }
  }
  for (const { id, span, tagId, memo, by, at } of story.taggings) {
    const values = { tag: tags.get(tagId) ?? tagId, tagId, memo, identifier: id, by, at };
    if (span) annotate(TAGGING, span, values);
    else add(STORY_TAGGING, null, values);
  }
  for (const note of story.notes) {
    const { id, kind, comment, suggestion, by, at } = note;
    const [first, second] = sidesOf(note).map(({ side, span }, index) =>
      annotate(NOTE, span, {
        ...{ side, kind, identifier: id },
        ...(index === 0 ? { comment, suggestion, by, at } : {}),
      }),
    );
    if (first && second) relate(TRANSLATED_AS, first, second);
  }
  return structures;
}
