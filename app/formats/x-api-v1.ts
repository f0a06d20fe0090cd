import type { Problem } from '../problem.ts';
import type { Entry, Format, Head } from './format.ts';
import { jsonHead } from './reading/json-head.ts';
import { jsonRecords } from './reading/json-records.ts';
import { at, listOf, objectOf, stringOf } from './reading/shape.ts';
import type { StoryRecord } from './story-record.ts';
import { postOfActivity } from './x/activity-post.ts';
import { storyOfPost, type XPost } from './x/post.ts';
import { postOfV1 } from './x/v1-post.ts';

/** Answers and streams of X's API up to 1.1 and of Gnip, in JSON or JSONL. */
export const xApiV1: Format = { id: 'x-api-v1', sniff, parse };

/** What a stream says that is no post. */
const NOTICES = [
  'delete',
  'limit',
  'scrub_geo',
  'status_withheld',
  'user_withheld',
  'disconnect',
  'warning',
  'friends',
  'event',
  'info',
];
const CREATED_AT = /^\w{3} \w{3} \d\d \d\d:\d\d:\d\d [+-]\d{4} \d{4}$/u;

function sniff({ text }: Head): number {
  if (!/^\s*[[{]/u.test(text)) return 0;
  return Math.max(0, ...jsonHead(text).flatMap(recordsIn).slice(0, 20).map(likeness));
}

function likeness(value: unknown): number {
  const record = objectOf(value);
  if (record === null) return 0;
  if (record.objectType === 'activity') return postOfActivity(record) === null ? 0 : 0.98;
  const text = record.full_text ?? record.text;
  if (typeof text !== 'string' || !CREATED_AT.test(stringOf(record.created_at))) return 0;
  if (!/^\d+$/u.test(stringOf(record.id_str) || stringOf(record.id))) return 0;
  // Archives have the same records without their author.
  return objectOf(record.user) === null ? 0.7 : 0.95;
}

async function* parse(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  for await (const found of jsonRecords(entry)) {
    if ('code' in found) {
      yield found;
      continue;
    }
    const { entry: name, unit, position } = found.origin;
    for (const record of recordsIn(found.value)) {
      const post = postOf(record);
      if (post !== null) yield storyOfPost(post, found.origin);
      else if (!isNotice(record)) {
        yield { code: 'record-bad-shape', params: { entry: name, unit, position, detail: 'id_str, text' } };
      }
    }
  }
}

/** The records of a document: itself, or the list that a search or an enterprise endpoint answers with. */
function recordsIn(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document;
  for (const key of ['statuses', 'results']) {
    const records = at(document, key);
    if (Array.isArray(records)) return listOf(records);
  }
  return [document];
}

function postOf(record: unknown): XPost | null {
  return at(record, 'objectType') === 'activity' ? postOfActivity(record) : postOfV1(record);
}

function isNotice(record: unknown): boolean {
  return NOTICES.some((notice) => at(record, notice) !== undefined);
}
