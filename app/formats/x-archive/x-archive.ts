import type { Format, Head } from '../format.ts';
import { jsonHead } from '../reading/json-head.ts';
import { listOf, objectOf, stringOf } from '../reading/shape.ts';
import { COMPANIONS, isBareList, kindOf } from './files.ts';

/** The archive that X gives people of their own account: its files of posts, and what stands beside them. */
export const xArchive: Format = {
  id: 'x-archive',
  sniff,
  async *parse(entry) {
    yield* (await import('./parse.ts')).parseArchive(entry);
  },
  companions: COMPANIONS,
};

function sniff({ text, whole }: Head): number {
  const kind = kindOf(text);
  if (kind === 'posts' || kind === 'long-posts') return 0.99;
  // Most files of an archive are empty lists, and nobody misses them.
  if (kind === 'other') return whole && /=\s*\[\s*\]\s*;?\s*$/u.test(text.slice(0, 200)) ? 0.9 : 0;
  return isBareList(text) ? likeness(listOf(jsonHead(text)[0])[0]) : 0;
}

/** How much a record looks like one of an archive: in a wrapper, or with counts that are strings. */
function likeness(value: unknown): number {
  const record = objectOf(value);
  const tweet = objectOf(record?.tweet) ?? record;
  const text = tweet?.full_text ?? tweet?.text;
  if (tweet === null || typeof text !== 'string' || !/^\d+$/u.test(stringOf(tweet.id_str ?? tweet.id)))
    return 0;
  if (stringOf(tweet.created_at) === '' || objectOf(tweet.user) !== null) return 0;
  if (tweet !== record) return 0.97;
  return typeof tweet.favorite_count === 'string' ? 0.9 : 0;
}
