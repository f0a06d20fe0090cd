import { z } from 'zod';
import { STANCES } from '../../evidence.ts';
import { OUTCOMES } from '../../rating-scale.ts';
import { TAG_COLOURS } from '../../tag.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { SetEvidence, SetStory, Span } from '../annotation-set.ts';
import type { Reading } from '../format.ts';
import { quotedPlacesIn } from '../quoted-places.ts';
import { fits, unreadable } from '../reading.ts';
import { type Measured, measured } from '../units.ts';
import type { Row } from './table.ts';
import { PARTS, type Part, type TABLES, type TableName } from './tables.ts';

/** Tables as some file has them. */
export interface TablesRead {
  /** None where there is no such table. */
  rows<N extends TableName>(name: N): Row<(typeof TABLES)[N][number]>[];
  /** What to call a table in a refusal. */
  where(name: TableName): string;
}

/**
 * The set that tables make.
 * @throws UratoriError `interchange-unreadable`
 */
export function setOfRows({ rows, where }: TablesRead): Reading {
  const oneOf = <T extends string>(name: TableName, value: string, known: readonly T[]): T =>
    fits(where(name), value, z.enum(known as readonly [T, ...T[]]));

  const stories = new Map<string, SetStory & { measure: Measured }>();
  for (const { story: key, lang, source, handle, published, link, text } of rows('stories'))
    stories.set(key, {
      ...{ key, text, lang, publishedAt: orNull(published), link: orNull(link) },
      source: source === '' && handle === '' ? null : { name: source, handle: orNull(handle) },
      ...{ claims: [], taggings: [], notes: [], measure: measured(text, 'code-point', key) },
    });
  const storyOf = (name: TableName, key: string) =>
    stories.get(key) ?? unreadable(where(name), `no story “${key}”`);

  const places = new Map<string, { start: number; end: number; quote: string }[]>();
  const spanKey = (part: Part, annotation: string) => `${part} ${annotation}`;
  for (const { annotation, part, start, end, quote } of rows('spans')) {
    const key = spanKey(oneOf('spans', part, PARTS), annotation);
    places.set(key, [...(places.get(key) ?? []), { start: Number(start), end: Number(end), quote }]);
  }
  const problems: Reading['problems'] = [];
  const spansOf = (story: { measure: Measured }, part: Part, annotation: string): Span[] =>
    (places.get(spanKey(part, annotation)) ?? []).flatMap(({ start, end, quote }) => {
      const span = story.measure.span(start, end);
      if (span?.quote === quote) return [span];
      problems.push({ code: 'interchange-no-place', params: { file: where('spans'), what: quote } });
      return [];
    });

  const quoted = quotedPlacesIn([...stories.values()], 'code-point');
  const storyQuoted = (key: string, start: string, end: string): SetEvidence['story'] => {
    if (key === '') return null;
    const span = start === '' ? null : quoted.story(key, Number(start), Number(end));
    if (start !== '' && !span)
      problems.push({ code: 'interchange-no-place', params: { file: where('evidence'), what: key } });
    return { key, span };
  };
  const evidence = new Map<string, SetEvidence[]>();
  for (const row of rows('evidence')) {
    const {
      evidence: id,
      claim,
      title,
      url,
      archive,
      captured,
      publisher,
      published,
      quote,
      reliability,
    } = row;
    const entry: SetEvidence = {
      ...{ id, title, url, archiveUrl: archive, capturedAt: captured, publisher, publishedAt: published },
      ...{ quote, reliability, stance: oneOf('evidence', row.stance, STANCES) },
      file: row['file sha256'] === '' ? null : { name: row.file, sha256: row['file sha256'] },
      story: storyQuoted(row['quoted story'], row['quoted start'], row['quoted end']),
    };
    evidence.set(claim, [...(evidence.get(claim) ?? []), entry]);
  }

  for (const row of rows('claims')) {
    const { claim: id, story: key, wording, claimant, rating, rationale, by, at } = row;
    const story = storyOf('claims', key);
    story.claims.push({
      ...{ id, spans: spansOf(story, 'claim', id), wording, claimant, ratingId: orNull(rating) },
      ...{ rationale, evidence: evidence.get(id) ?? [], carriedFrom: orNull(row['carried from']), by, at },
    });
  }
  for (const { tagging: id, story: key, tag: tagId, quote, memo, by, at } of rows('taggings')) {
    const story = storyOf('taggings', key);
    const [span = null] = spansOf(story, 'tag', id);
    // Words that are not found are no reason to put the tag on the whole story.
    if (span || quote === '') story.taggings.push({ id, tagId, span, memo, by, at });
  }
  for (const { note: id, story: key, kind, comment, suggestion, by, at } of rows('notes')) {
    const story = storyOf('notes', key);
    const [original = null] = spansOf(story, 'original', id);
    const [translation = null] = spansOf(story, 'translation', id);
    if (!original && !translation) continue;
    story.notes.push({
      ...{ id, kind: oneOf('notes', kind, TRANSLATION_NOTE_KINDS), original, translation },
      ...{ comment, suggestion, by, at },
    });
  }
  return {
    problems,
    set: {
      stories: [...stories.values()].map(({ measure: _, ...story }) => story),
      tags: rows('tags').map(({ tag: id, name, parent, colour, description }) => ({
        ...{ id, name, parentId: orNull(parent), description },
        colour: colour === '' ? null : oneOf('tags', colour, TAG_COLOURS),
      })),
      ratings: rows('ratings').map((row) => ({
        id: row.rating,
        label: { en: row['label en'], ja: row['label ja'] },
        meaning: { en: row['meaning en'], ja: row['meaning ja'] },
        outcome: oneOf('ratings', row.outcome, OUTCOMES),
      })),
    },
  };
}

function orNull(cell: string): string | null {
  return cell === '' ? null : cell;
}
