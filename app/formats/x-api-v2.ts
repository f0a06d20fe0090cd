import type { Problem } from '../problem.ts';
import type { Entry, Format, Head } from './format.ts';
import { jsonHead } from './reading/json-head.ts';
import { jsonRecords } from './reading/json-records.ts';
import { at, type JsonObject, objectOf, objectsOf, stringOf } from './reading/shape.ts';
import type { StoryRecord } from './story-record.ts';
import { isPostId } from './x/address.ts';
import { storyOfPost } from './x/post.ts';
import { Includes } from './x/v2-includes.ts';
import { postOfV2 } from './x/v2-post.ts';

/** Answers and streams of X's API 2, as twarc and others store them: pages, single posts, flattened posts. */
export const xApiV2: Format = { id: 'x-api-v2', sniff, parse };

/** A post of API v2 has some of these, and none of a v1.1 post's. */
const OF_POST = [
  'author_id',
  'conversation_id',
  'edit_history_tweet_ids',
  'public_metrics',
  'reply_settings',
  'referenced_tweets',
];
const OF_PAGE = ['includes', 'meta', '__twarc', 'matching_rules'];

function sniff({ text }: Head): number {
  if (!/^\s*[[{]/u.test(text)) return 0;
  return Math.max(
    0,
    ...jsonHead(text)
      .flatMap((document) => (Array.isArray(document) ? document : [document]))
      .slice(0, 20)
      .map(likeness),
  );
}

function likeness(value: unknown): number {
  const page = objectOf(value);
  if (page === null) return 0;
  // What is included may stand in front of the posts, and be more than a head.
  if (page.data === undefined && isUser(objectsOf(at(page, 'includes', 'users'))[0])) return 0.8;
  const posts = dataOf(page) ?? [page];
  const post = objectOf(posts[0]);
  if (post === null || typeof post.text !== 'string' || !isPostId(stringOf(post.id))) return 0;
  if (OF_POST.some((key) => post[key] !== undefined)) return 0.95;
  // Without any fields asked for, a post is its id and its text.
  const isPage = posts[0] !== page && OF_PAGE.some((key) => page[key] !== undefined);
  return isPage && stringOf(post.id).length > 9 ? 0.7 : 0;
}

function isUser(value: JsonObject | undefined): boolean {
  return value !== undefined && typeof value.username === 'string' && isPostId(stringOf(value.id));
}

async function* parse(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  for await (const found of jsonRecords(entry)) {
    if ('code' in found) {
      yield found;
      continue;
    }
    const page = objectOf(found.value);
    const posts = page === null ? [found.value] : postsOf(page);
    // Posts that are only included were written by others than those that were asked for.
    const includes = new Includes(page?.includes);
    for (const value of posts) {
      const post = postOfV2(value, includes);
      const { entry: name, unit, position } = found.origin;
      if (post === null) {
        yield { code: 'record-bad-shape', params: { entry: name, unit, position, detail: 'id, text' } };
      } else yield storyOfPost(post, found.origin);
    }
  }
}

/** The posts of a line. An answer that is only an error, or says that nothing was found, has none. */
function postsOf(page: JsonObject): readonly unknown[] {
  const data = dataOf(page);
  if (data !== null) return data;
  const isEmpty = page.errors !== undefined || at(page, 'meta', 'result_count') === 0;
  return isEmpty && page.text === undefined ? [] : [page];
}

function dataOf(page: JsonObject): readonly unknown[] | null {
  if (Array.isArray(page.data)) return page.data;
  return objectOf(page.data) === null ? null : [page.data];
}
