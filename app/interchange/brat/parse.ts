import { z } from 'zod';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { SetStory, SetTag, Span } from '../annotation-set.ts';
import { assemble, inIdOrder, joined, type LabelledSpan } from '../assemble.ts';
import type { Reading } from '../format.ts';
import type { Label } from '../labels.ts';
import { type Files, filesEnding, jsonIn, unreadable } from '../reading.ts';
import { ratingRecord, storyFacts, tagRecord } from '../records.ts';
import { measured } from '../units.ts';
import { joinedFragments } from './fragments.ts';
import { manyLines } from './lines.ts';
import { COMMENT, NOTE_TYPES, RELATIONS } from './standoff.ts';

const namesSchema = z.looseObject({
  stories: z
    .array(z.object({ document: z.string(), ...storyFacts, ids: z.record(z.string(), z.string()) }))
    .default([]),
  tags: z.array(tagRecord.extend({ type: z.string() })).default([]),
  ratings: z.array(ratingRecord.extend({ type: z.string() })).default([]),
});
type Names = z.infer<typeof namesSchema>;

/** `T1⇥Type 0 5;9 12⇥words` */
const BOUND = /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/u;
/** `A1⇥Name T1 value`, `M1` in older files; a value may be missing. */
const ATTRIBUTE = /^[AM]\d+\t(\S+) (\S+)(?: (.*))?$/u;
const RELATION = /^R\d+\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*$/u;
const NOTE = /^#\d*\t(\S+) (\S+)\t(.*)$/u;
/** What is known to be here and is none of ours: events, equivalences, links to other data. */
const OTHER = /^[EN*]/u;

/**
 * Reads a folder of brat: with the names that an export of ours has beside it, everything that it carries; without
 * them, text-bound annotations of others become taggings, a type a tag, and notes on them become memos.
 */
export function parse(files: Files): Reading {
  const namesText = files.get('uratori.json');
  const names =
    namesText === undefined ? namesSchema.parse({}) : jsonIn('uratori.json', namesText, namesSchema);
  const tags = new Map<string, SetTag>(names.tags.map(({ type: _, ...tag }) => [tag.id, tag]));
  const problems: Reading['problems'] = [];
  const stories = filesEnding(files, '.ann').map((file) => {
    const document = file.replace(/\.ann$/u, '');
    const text = files.get(`${document}.txt`) ?? unreadable(`${document}.txt`, 'missing');
    return storyOf({ file, document, text, content: files.get(file) as string }, names, tags, problems);
  });
  return {
    set: { stories, tags: inIdOrder(tags), ratings: names.ratings.map(({ type: _, ...rating }) => rating) },
    problems,
  };
}

interface Document {
  file: string;
  document: string;
  text: string;
  content: string;
}

function storyOf(
  { file, document, text, content }: Document,
  names: Names,
  tags: Map<string, SetTag>,
  problems: Reading['problems'],
): SetStory {
  const own = names.stories.find((story) => story.document === document);
  const { key = document, lang = 'und', source = null, publishedAt = null, link = null } = own ?? {};
  const story: SetStory = { key, text, lang, source, publishedAt, link, claims: [], taggings: [], notes: [] };
  const measure = measured(text, 'code-point', key);
  const bounds = new Map<string, { type: string; spans: Span[] }>();
  const attributes = new Map<string, string>();
  const remarks = new Map<string, string>();
  const pairs: [string, string][] = [];
  for (const [index, line] of content.split(/\r?\n/u).entries()) {
    const refuse = () =>
      problems.push({ code: 'interchange-no-place', params: { file: `${file}:${index + 1}`, what: line } });
    const [, name = '', type = '', places = '', words] = BOUND.exec(line) ?? [];
    const attribute = ATTRIBUTE.exec(line);
    const relation = RELATION.exec(line);
    const note = NOTE.exec(line);
    if (name !== '') {
      const fragments = places.split(';').map((place) => {
        const [start, end] = place.split(' ').map(Number) as [number, number];
        return measure.span(start, end);
      });
      const found = fragments.filter((span) => span !== null);
      const quote = found.map((span) => span.quote).join(' ');
      // Files of before discontinuous spans have the line breaks themselves as blanks.
      const fits = words === undefined || quote.replace(/\s/gu, ' ') === words.replace(/\s/gu, ' ');
      if (found.length < fragments.length || !fits) refuse();
      else bounds.set(name, { type, spans: joinedFragments(found, text) });
    } else if (attribute) attributes.set(`${attribute[1]} ${attribute[2]}`, attribute[3] ?? '');
    else if (relation) {
      const [, kind, from = '', to = ''] = relation;
      if (own && (Object.values(RELATIONS) as string[]).includes(kind ?? '')) pairs.push([from, to]);
    } else if (note) remarks.set(`${note[1]} ${note[2]}`, own ? manyLines(note[3] ?? '') : (note[3] ?? ''));
    else if (line.trim() !== '' && !OTHER.test(line)) refuse();
  }

  const first = joined(pairs);
  const idOf = (name: string) => own?.ids[first(name)] ?? `${document}:${first(name)}`;
  const said = (type: string, name: string) => remarks.get(`${type} ${name}`) ?? '';
  const labelOf = (name: string, type: string): { label: Label; tagId?: string } => {
    if (own && type === 'Claim') {
      const value = attributes.get(`Rating ${first(name)}`);
      const rating = names.ratings.find((one) => one.type === value);
      return { label: { kind: 'claim', ratingId: rating?.id ?? value ?? null } };
    }
    const kind = attributes.get(`Note ${first(name)}`);
    const note = TRANSLATION_NOTE_KINDS.find((known) => known === kind);
    if (own && note && (type === 'Original' || type === 'Translation'))
      return { label: { kind: 'note', note, side: type === 'Original' ? 'original' : 'translation' } };
    const tag = names.tags.find((one) => one.type === type);
    return { label: { kind: 'tag', name: tag?.name ?? type }, tagId: tag?.id ?? type };
  };
  const labelled: LabelledSpan[] = [];
  for (const [name, { type, spans }] of bounds)
    for (const [index, span] of spans.entries())
      labelled.push({
        span,
        ...labelOf(name, type),
        id: index === 0 || own ? idOf(name) : `${idOf(name)}.${index}`,
      });
  assemble(story, labelled, tags);

  // What was said stands at the first of what belongs together.
  const leaders = new Map(
    [...bounds.keys()].filter((name) => first(name) === name).map((name) => [idOf(name), name]),
  );
  for (const claim of story.claims) {
    const name = leaders.get(claim.id) ?? '';
    claim.wording = said(NOTE_TYPES.wording, name);
    claim.claimant = said(NOTE_TYPES.claimant, name);
    claim.rationale = said(COMMENT, name);
    claim.carriedFrom = said(NOTE_TYPES.carriedFrom, name) || null;
  }
  for (const tagging of story.taggings) tagging.memo = said(COMMENT, leaders.get(tagging.id) ?? '');
  for (const note of story.notes) {
    const name = leaders.get(note.id) ?? '';
    note.comment = said(COMMENT, name);
    note.suggestion = said(NOTE_TYPES.suggestion, name);
  }
  return story;
}
