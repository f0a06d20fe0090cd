import { z } from 'zod';
import type { SetStory, SetTag } from '../annotation-set.ts';
import { assemble, inIdOrder, joined, type LabelledSpan } from '../assemble.ts';
import type { Reading } from '../format.ts';
import { labelOf, SAME_CLAIM, TRANSLATED_AS } from '../labels.ts';
import { type Files, jsonIn, unreadable } from '../reading.ts';
import { storyFacts } from '../records.ts';
import { measured } from '../units.ts';
import { nameOf } from './line.ts';

const span = z.union([
  z.tuple([z.number(), z.number(), z.string()]).transform(([start_offset, end_offset, label]) => {
    return { id: undefined, start_offset, end_offset, label };
  }),
  z.looseObject({
    id: z.number().optional(),
    start_offset: z.number(),
    end_offset: z.number(),
    label: z.string(),
  }),
]);
const owner = z.object({
  span: z.string(),
  kind: z.enum(['claim', 'tag', 'note']),
  id: z.string(),
  tag: z.string().optional(),
  from: z.string().optional(),
});
/** The forms of its projects: `entities` with relations, `label` without; a label of a whole text is a word. */
const lineSchema = z.looseObject({
  id: z.number().optional(),
  text: z.string(),
  entities: z.array(span).default([]),
  label: z.array(z.union([span, z.string()])).default([]),
  relations: z.array(z.looseObject({ from_id: z.number(), to_id: z.number(), type: z.string() })).default([]),
  uratori: z.looseObject({ ...storyFacts, owners: z.array(owner) }).optional(),
});

/** Reads JSON lines, or one JSON value over several lines, as doccano's own examples have it. */
export function parse(files: Files): Reading {
  const stories: SetStory[] = [];
  const tags = new Map<string, SetTag>();
  const problems: Reading['problems'] = [];
  for (const [file, text] of files) {
    for (const { line, number } of linesOf(file, text)) {
      const read = storyOf(line, `${file}:${number}`, tags);
      stories.push(read.story);
      for (const what of read.outside)
        problems.push({ code: 'interchange-no-place', params: { file, what } });
    }
  }
  return { set: { stories, tags: inIdOrder(tags), ratings: [] }, problems };
}

function linesOf(file: string, text: string): { line: z.infer<typeof lineSchema>; number: number }[] {
  const lines = text
    .split('\n')
    .flatMap((content, index) => (content.trim() === '' ? [] : { content, number: index + 1 }));
  const isWhole = ({ content }: { content: string }) => {
    try {
      return JSON.parse(content) !== null;
    } catch {
      return false;
    }
  };
  if (!lines.every(isWhole)) {
    const whole = jsonIn(file, text, z.union([lineSchema.transform((one) => [one]), z.array(lineSchema)]));
    return whole.map((line, index) => ({ line, number: index + 1 }));
  }
  if (lines.length === 0) return unreadable(file, 'empty');
  return lines.map(({ content, number }) => ({
    line: jsonIn(`${file}:${number}`, content, lineSchema),
    number,
  }));
}

function storyOf(line: z.infer<typeof lineSchema>, where: string, tags: Map<string, SetTag>) {
  const { text, uratori, relations } = line;
  const { lang = 'und', source = null, publishedAt = null, link = null } = uratori ?? {};
  const story: SetStory = {
    ...{ key: uratori?.key ?? where, text, lang, source, publishedAt, link },
    claims: [],
    taggings: [],
    notes: [],
  };
  for (const name of line.label.filter((label) => typeof label === 'string')) {
    if (!tags.has(name)) tags.set(name, { id: name, name, parentId: null, colour: null, description: '' });
    story.taggings.push({ id: `${where}:${name}`, tagId: name, span: null, memo: '', by: '', at: '' });
  }
  const group = joined(
    relations
      .filter(({ type }) => type === SAME_CLAIM || type === TRANSLATED_AS)
      .map(({ from_id, to_id }) => [String(from_id), String(to_id)] as const),
  );
  const measure = measured(text, 'code-point', where);
  const owners = [...(uratori?.owners ?? [])];
  const outside: string[] = [];
  const spans: LabelledSpan[] = [];
  const found = [...line.entities, ...line.label.filter((label) => typeof label !== 'string')];
  for (const [index, { id, start_offset, end_offset, label }] of found.entries()) {
    const place = measure.span(start_offset, end_offset);
    const read = labelOf(label);
    const name = nameOf({ start_offset, end_offset, label });
    const own = owners.findIndex((one) => one.span === name && one.kind === read.kind);
    // Two annotations may have the same words and the same label: each is taken once.
    const [known] = own < 0 ? [] : owners.splice(own, 1);
    const spanId = known?.id ?? `${where}:${group(String(id ?? index))}`;
    if (place) spans.push({ span: place, label: read, id: spanId, tagId: known?.tag });
    else outside.push(`${label} ${start_offset}–${end_offset}`);
  }
  assemble(story, spans, tags);
  const taken = new Map((uratori?.owners ?? []).map(({ id, from }) => [id, from]));
  for (const claim of story.claims) claim.carriedFrom = taken.get(claim.id) ?? null;
  return { story, outside };
}
