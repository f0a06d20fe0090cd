import type { Problem } from '../../problem.ts';
import type { Origin } from '../../story.ts';
import type { ColumnMapping } from '../column-mapping.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { asWritten, type Decode } from './markup.ts';
import { factsOf, type RecordFacts } from './record-facts.ts';

/** The story that a record tells with this mapping, or why it tells none (`record-no-text`). */
export function recordToStory(
  record: unknown,
  mapping: ColumnMapping,
  where: Origin,
  decode: Decode = asWritten,
): StoryRecord | Problem {
  const facts = factsOf(record, mapping, decode);
  if (facts.text === '')
    return { code: 'record-no-text', params: { ...where, column: textColumns(mapping) } };
  return storyOfFacts(facts, where);
}

/** @param origin null for a record that is read in place */
export function storyOfFacts(facts: RecordFacts, origin: Origin | null): StoryRecord {
  const { moment, lang, text, ...rest } = facts;
  return storyRecord({
    ...rest,
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    ...(lang === null ? {} : { lang }),
    origin,
    text,
    segments: [{ kind: 'post', lang, start: 0, end: text.length }],
  });
}

/** The columns that should have text, for a person to read. */
export function textColumns({ text }: ColumnMapping): string {
  return text.map((path) => path.join('.')).join(', ');
}
