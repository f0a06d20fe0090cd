import type { Problem } from '../../problem.ts';
import type { Origin, Relation } from '../../story.ts';
import { type JsonObject, objectOf, textOf } from '../reading/shape.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { type Owner, personOf, sourceOf } from './actor.ts';
import { addressees, visibilityOf } from './audience.ts';
import { readPost, wrongShape } from './post.ts';
import { referenceOf, typesOf, webAddress } from './values.ts';

const POSTS = new Set(['Note', 'Article', 'Question', 'Page', 'Video', 'Audio', 'Event']);

/**
 * The story that an activity or a bare object tells. null for what tells none: likes, follows, deletions, and whatever
 * else is no post.
 */
export function readActivity(
  item: unknown,
  owner: Owner | null,
  origin: Origin,
): StoryRecord | Problem | null {
  const wrong = (detail: string) => wrongShape(origin, detail);
  if (typeof item === 'string') return wrong('only an address, not what stands there');
  const activity = objectOf(item);
  if (activity === null) return wrong('not an object');
  const types = typesOf(activity);
  if (types.length === 0) return wrong('no "type"');
  if (types.some((type) => POSTS.has(type))) return readPost(activity, owner, origin);
  if (types.includes('Announce')) return readShare(activity, owner, origin);
  const updates = types.includes('Update');
  if (!updates && !types.includes('Create')) return null;
  const post = objectOf(activity.object);
  if (post === null) return wrong('"object" is only an address, not the post itself');
  if (!typesOf(post).some((type) => POSTS.has(type))) return null;
  const read = readPost({ ...post, attributedTo: post.attributedTo ?? activity.actor }, owner, origin);
  return updates && !('code' in read) ? asEdit(activity, read) : read;
}

/** Mostly, an export has nothing but the address of what was shared. */
function readShare(activity: JsonObject, owner: Owner | null, origin: Origin): StoryRecord | Problem {
  const post = objectOf(activity.object);
  const shared = post === null ? null : readPost(post, owner, origin);
  if (shared !== null && 'code' in shared) return shared;
  const address = referenceOf(activity.object);
  const text = shared?.text ?? address;
  if (text === null) return wrongShape(origin, '"object" is missing');
  const moment = readTimestamp(textOf(activity.published) ?? '');
  const visibility = visibilityOf(activity);
  return storyRecord({
    ...shared,
    id: referenceOf(activity.id),
    source: sourceOf(activity.actor, null, owner),
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link: null,
    relations: [
      {
        kind: 'repost',
        id: address,
        link: shared?.link ?? webAddress(address),
        source: shared?.source ?? sharedSource(activity, address),
      },
    ],
    details: [
      ...(shared?.details.filter(({ kind }) => kind !== 'visibility') ?? []),
      ...(visibility === null ? [] : [{ kind: 'visibility', value: visibility } as const]),
    ],
    origin,
    text,
  });
}

/** Whoever is told of the share beside the followers wrote what is shared. */
function sharedSource(activity: JsonObject, address: string | null): Relation['source'] {
  const [author, ...others] = addressees(activity);
  return personOf(address) ?? (author !== undefined && others.length === 0 ? personOf(author) : null);
}

/** What replaces a post is a story of its own, so that both versions can be read. */
function asEdit(activity: JsonObject, post: StoryRecord): StoryRecord {
  const edited: Relation = { kind: 'edit', id: post.id, link: post.link, source: null };
  return { ...post, id: referenceOf(activity.id), relations: [edited, ...post.relations] };
}
