import { Parser } from 'htmlparser2';
import { z } from 'zod';
import { TAG_COLOURS } from '../../tag.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { SetStory, SetTag } from '../annotation-set.ts';
import { assemble, inIdOrder, joined, type LabelledSpan } from '../assemble.ts';
import type { Reading } from '../format.ts';
import { type Label, SAME_CLAIM, SIDES, TRANSLATED_AS } from '../labels.ts';
import { type Files, filesEnding, jsonIn } from '../reading.ts';
import { storyFacts } from '../records.ts';
import { TAG_SHADES } from '../shades.ts';
import { measured } from '../units.ts';
import { CLAIM, CONTROLS, type Control, SIDE_LABELS } from './task.ts';

const number = z.coerce.number();
const words = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const resultSchema = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  from_name: z.string().optional(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  labels: z.array(z.string()).optional(),
  value: z
    .looseObject({
      start: z.unknown().optional(),
      end: z.unknown().optional(),
      text: z.unknown().optional(),
      labels: z.unknown().optional(),
    })
    .optional(),
});
const taskSchema = z.looseObject({
  id: z.number().optional(),
  data: z.looseObject({
    text: z.unknown().optional(),
    uratori: z
      .looseObject({ ...storyFacts, carried: z.record(z.string(), z.string()).default({}) })
      .optional(),
  }),
  annotations: z
    .array(z.looseObject({ was_cancelled: z.boolean().optional(), result: z.array(resultSchema) }))
    .default([]),
});
type Task = z.infer<typeof taskSchema>;
type Result = z.infer<typeof resultSchema>;

/** Reads tasks as Label Studio exports them, and its configuration where that is there. Regions of pictures or sound are passed over. */
export function parse(files: Files): Reading {
  const tags = new Map<string, SetTag>();
  for (const file of filesEnding(files, '.xml'))
    for (const tag of tagsIn(files.get(file) as string)) tags.set(tag.id, tag);
  const problems: Reading['problems'] = [];
  const stories = filesEnding(files, '.json').flatMap((file) => {
    const tasks = jsonIn(file, files.get(file) as string, z.array(taskSchema));
    return tasks.map((task, index) => storyOf(task, `${file}:${task.id ?? index + 1}`, tags, problems));
  });
  return { set: { stories, tags: inIdOrder(tags), ratings: [] }, problems };
}

function storyOf(
  task: Task,
  where: string,
  tags: Map<string, SetTag>,
  problems: Reading['problems'],
): SetStory {
  const { uratori } = task.data;
  const { key = where, lang = 'und', source = null, publishedAt = null, link = null } = uratori ?? {};
  const text = typeof task.data.text === 'string' ? task.data.text : null;
  const story: SetStory = { key, text, lang, source, publishedAt, link, claims: [], taggings: [], notes: [] };
  const measure = measured(text ?? '', 'code-point', key);
  const results = task.annotations
    .filter((annotation) => annotation.was_cancelled !== true)
    .flatMap(({ result }) => result);
  const answers = answersOf(results);
  const group = joined(
    results.flatMap(({ type, labels = [], from_id, to_id }) => {
      const ours = labels.includes(SAME_CLAIM) || labels.includes(TRANSLATED_AS);
      return type === 'relation' && ours && from_id && to_id ? [[from_id, to_id] as const] : [];
    }),
  );

  const leaders = new Map<string, string>();
  const spans: LabelledSpan[] = [];
  for (const [index, result] of results.entries()) {
    if (result.type !== 'labels') continue;
    const region = result.id ?? String(index);
    const {
      start,
      end,
      text: quote,
      labels,
    } = result.value ?? { start: null, end: null, text: null, labels: null };
    const span = measure.span(number.catch(-1).parse(start), number.catch(-1).parse(end));
    if (!span || !agrees(quote, span.quote)) {
      problems.push({ code: 'interchange-no-place', params: { file: where, what: String(quote ?? region) } });
      continue;
    }
    const leader = group(region);
    const id = idIn(leader) ?? `${where}:${leader}`;
    leaders.set(id, leader);
    for (const name of words.catch([]).parse(labels)) {
      const { label, tagId } = labelOf(
        name,
        answers.get(`${leader} ${CONTROLS.rating}`),
        answers.get(`${leader} ${CONTROLS.kind}`),
      );
      const known = tagId === undefined ? undefined : tags.get(tagId);
      spans.push({ span, id, tagId, label: known ? { kind: 'tag', name: known.name } : label });
    }
  }
  assemble(story, spans, tags);
  const carried = new Map(Object.entries(uratori?.carried ?? {}));
  const said = (id: string, control: Control) => answers.get(`${leaders.get(id)} ${control}`) ?? '';
  for (const claim of story.claims) {
    claim.wording = said(claim.id, CONTROLS.wording);
    claim.claimant = said(claim.id, CONTROLS.claimant);
    claim.rationale = said(claim.id, CONTROLS.comment);
    claim.carriedFrom = carried.get(claim.id) ?? null;
  }
  for (const tagging of story.taggings) tagging.memo = said(tagging.id, CONTROLS.comment);
  for (const note of story.notes) {
    note.comment = said(note.id, CONTROLS.comment);
    note.suggestion = said(note.id, CONTROLS.suggestion);
  }
  return story;
}

/** A region may come without its words; some versions write a line break as a backslash and an n. */
function agrees(words: unknown, quote: string): boolean {
  return typeof words !== 'string' || words === quote || words.replaceAll('\\n', '\n') === quote;
}

/** What was answered to what is asked of a region, by the region and the control. */
function answersOf(results: readonly Result[]): Map<string, string> {
  const answers = new Map<string, string>();
  for (const { id, from_name, type, value } of results) {
    const given = type === 'textarea' ? value?.text : type === 'choices' ? value?.choices : undefined;
    const said = words.safeParse(given);
    if (said.success) answers.set(`${id} ${from_name}`, said.data.join('\n'));
  }
  return answers;
}

function labelOf(
  name: string,
  rating: string | undefined,
  kind: string | undefined,
): { label: Label; tagId?: string } {
  const note = TRANSLATION_NOTE_KINDS.find((known) => known === kind);
  const side = SIDES.find((known) => SIDE_LABELS[known] === name);
  if (name === CLAIM) return { label: { kind: 'claim', ratingId: rating ?? null } };
  if (side && note) return { label: { kind: 'note', note, side } };
  const tagId = name.startsWith('tag:') ? name.slice(4) : name;
  return { label: { kind: 'tag', name: tagId }, tagId };
}

/** The annotation in a region's id; null in one of others. */
function idIn(region: string): string | null {
  return /^(?:claim|tag|note):(?:\d+|original|translation):(.+)$/su.exec(region)?.[1] ?? null;
}

function tagsIn(xml: string): SetTag[] {
  const tags: SetTag[] = [];
  const parser = new Parser(
    {
      onopentag(element, { value = '', alias = '', background, hint = '' }) {
        if (element !== 'Label' || !alias.startsWith('tag:')) return;
        const colour = TAG_COLOURS.find((known) => TAG_SHADES[known] === background) ?? null;
        tags.push({ id: alias.slice(4), name: value, parentId: null, colour, description: hint });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return tags;
}
