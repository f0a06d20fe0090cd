import type { Origin, Source } from '../../story.ts';
import { at, type JsonObject, objectOf, objectsOf, textOf } from '../reading/shape.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import type { StoryRecord } from '../story-record.ts';
import { pageOf } from './at-uri.ts';
import { sourceOf } from './author.ts';
import { type Posted, readRecord } from './post.ts';

/**
 * The stories in one value of JSON: a record by itself, in the envelopes of `listRecords` and of Jetstream, a view of a
 * post, one of a feed, or a whole thread. null: this is nothing of Bluesky's.
 */
export function storiesIn(value: unknown, origin: Origin): StoryRecord[] | null {
  const object = objectOf(value);
  if (object === null) return null;
  if (object.thread !== undefined) return threadStories(object.thread, origin);
  if (object.post !== undefined) {
    // A thread's view has the posts around this one, a feed's only names them.
    const isThread = object.parent !== undefined || object.replies !== undefined;
    if (isThread) return threadStories(object, origin);
    const story = feedStory(object, origin);
    return story === null ? [] : [story];
  }
  // Jetstream tells of deletions and of accounts too.
  if (
    textOf(object.did) !== null &&
    textOf(object.kind) !== null &&
    at(object, 'commit', 'record') === undefined
  )
    return [];
  const posted = postedIn(object);
  if (posted === null) return null;
  const story = readRecord(posted, origin);
  return story === null ? [] : [story];
}

function postedIn(object: JsonObject): Posted | null {
  const uri = textOf(object.uri);
  const view = objectOf(object.record);
  if (view !== null && uri !== null) {
    const author = objectOf(object.author);
    return { uri, record: view, author: author === null ? repoOf(uri) : sourceOf(author), view: object };
  }
  const value = objectOf(object.value);
  if (value !== null && uri !== null) return { uri, record: value, author: repoOf(uri), view: null };
  const commit = objectOf(object.commit);
  const record = objectOf(commit?.record);
  if (commit !== null && record !== null) {
    const address = `at://${textOf(object.did)}/${textOf(commit.collection)}/${textOf(commit.rkey)}`;
    return { uri: address, record, author: repoOf(address), view: null };
  }
  return textOf(object.$type)?.includes('.')
    ? { uri, record: object, author: repoOf(uri), view: null }
    : null;
}

/** A record by itself does not tell more of its author than a DID. */
function repoOf(uri: string | null): Source | null {
  const repo = /^at:\/\/([^/]+)/u.exec(uri ?? '')?.[1];
  return repo === undefined ? null : { name: repo, handle: repo.startsWith('did:') ? null : repo };
}

/** A post in somebody's feed: their own, an answer whose parents are named, or one that somebody shared. */
function feedStory(item: JsonObject, origin: Origin): StoryRecord | null {
  const post = objectOf(item.post);
  const posted = post === null ? null : postedIn(post);
  const story = posted === null ? null : readRecord(posted, origin);
  if (story === null) return null;
  const answered = objectOf(at(item, 'reply', 'parent', 'author'));
  const relations = story.relations.map((relation) =>
    relation.kind === 'reply' && answered !== null ? { ...relation, source: sourceOf(answered) } : relation,
  );
  const reason = objectOf(item.reason);
  const sharer = objectOf(reason?.by);
  if (reason === null || sharer === null) return { ...story, relations };
  const moment = readTimestamp(textOf(reason.indexedAt) ?? '');
  return {
    ...story,
    id: textOf(reason.uri),
    source: sourceOf(sharer),
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link: null,
    relations: [{ kind: 'repost', id: story.id, link: pageOf(story.id), source: story.source }, ...relations],
  };
}

/** The posts that lead to this one, this one, and the answers to it, as a page shows them. */
function threadStories(thread: unknown, origin: Origin): StoryRecord[] {
  const stories: StoryRecord[] = [];
  const waiting = objectsOf(thread);
  for (let above = objectOf(at(thread, 'parent')); above !== null; above = objectOf(above.parent))
    waiting.push(above);
  for (let view = waiting.pop(); view !== undefined; view = waiting.pop()) {
    const posted = postedIn(objectOf(view.post) ?? {});
    const story = posted === null ? null : readRecord(posted, origin);
    if (story !== null) stories.push(story);
    waiting.push(...objectsOf(view.replies).reverse());
  }
  return stories;
}
