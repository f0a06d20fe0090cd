import type { Detail, Relation, Source } from '../../story.ts';
import { at, type JsonObject, listOf, objectOf, objectsOf, stringOf } from '../reading/shape.ts';
import { handleOf, postOfAddress } from './address.ts';
import { dateOfPost } from './date.ts';
import { sharedHandle, type XPost } from './post.ts';
import { earlierVersions, editedDetail, relationTo, relationToPost } from './relations.ts';
import { languageOfX, shownText } from './text.ts';
import { marksOfEntities } from './v1-marks.ts';

/** Posts within posts are read so deep: one that is handed on, and what it quotes. */
const DEPTH = 2;

/**
 * A post as API v1.1 gives it, and as archives have it. null for what is none.
 * @param owner whose archive it is; records of an archive do not say
 */
export function postOfV1(value: unknown, owner: Source | null = null, depth = DEPTH): XPost | null {
  const tweet = objectOf(value);
  if (tweet === null) return null;
  const extended = objectOf(tweet.extended_tweet);
  const text = extended?.full_text ?? tweet.full_text ?? tweet.text;
  if (typeof text !== 'string') return null;
  const id = stringOf(tweet.id_str) || stringOf(tweet.id);
  const author = authorOf(tweet.user) ?? owner;
  const inner = (key: string) => (depth > 0 ? postOfV1(tweet[key], null, depth - 1) : null);
  const shared = inner('retweeted_status');
  const quoted = inner('quoted_status');
  const date = dateOfPost(stringOf(tweet.created_at), id);
  const relations = [
    ...replyOf(tweet, author),
    ...sharedOf(tweet, shared, text),
    ...quoteOf(tweet, shared, quoted),
    ...earlierVersions(versionsOf(tweet), id, author),
  ];
  return {
    id,
    author,
    text: shownText(text),
    date,
    lang: languageOfX(stringOf(tweet.lang)),
    marks: marksOfEntities(
      extended?.entities ?? tweet.entities,
      extended?.extended_entities ?? tweet.extended_entities,
    ),
    relations,
    details: [...editedDetail(relations, date?.iso), ...detailsOf(tweet)],
    shared,
    quoted,
  };
}

function authorOf(user: unknown): Source | null {
  const handle = handleOf(stringOf(at(user, 'screen_name')));
  const name = shownText(stringOf(at(user, 'name'))) || handle;
  return name === null ? null : { name, handle };
}

function replyOf(tweet: JsonObject, author: Source | null): Relation[] {
  const id = stringOf(tweet.in_reply_to_status_id_str) || stringOf(tweet.in_reply_to_status_id);
  return relationTo('reply', id, personOf(tweet, stringOf(tweet.in_reply_to_screen_name), author));
}

/** Somebody whom the record names only by handle: their name stands beside a mention of them. */
function personOf(tweet: JsonObject, screenName: string, author: Source | null): Source | null {
  const handle = handleOf(screenName);
  if (handle === null) return null;
  const same = (other: unknown) => stringOf(other).toLowerCase() === handle.toLowerCase();
  if (same(author?.handle)) return author;
  const mention = objectsOf(at(tweet.entities, 'user_mentions')).find(({ screen_name }) => same(screen_name));
  return { name: shownText(stringOf(mention?.name)) || handle, handle };
}

function sharedOf(tweet: JsonObject, shared: XPost | null, text: string): Relation[] {
  if (shared !== null) return relationToPost('repost', shared);
  const source = personOf(tweet, sharedHandle(text) ?? '', null);
  return source === null ? [] : [{ kind: 'repost', id: null, link: null, source }];
}

function quoteOf(tweet: JsonObject, shared: XPost | null, quoted: XPost | null): Relation[] {
  if (shared !== null) return shared.relations.filter(({ kind }) => kind === 'quote');
  if (quoted !== null) return relationToPost('quote', quoted);
  const id = stringOf(tweet.quoted_status_id_str) || stringOf(tweet.quoted_status_id);
  const address = postOfAddress(stringOf(at(tweet.quoted_status_permalink, 'expanded')));
  return relationTo('quote', id, sourceNamed(address?.handle ?? null));
}

function sourceNamed(handle: string | null): Source | null {
  return handle === null ? null : { name: handle, handle };
}

/** Ids of all versions of an edited post, from the first: where the API has them, and where archives do. */
function versionsOf(tweet: JsonObject): string[] {
  const ids =
    at(tweet.edit_history, 'edit_tweet_ids') ??
    at(tweet.edit_info, 'initial', 'editTweetIds') ??
    at(tweet.edit_info, 'edit', 'editControlInitial', 'editTweetIds');
  return listOf(ids).map(stringOf);
}

function detailsOf(tweet: JsonObject): Detail[] {
  const details: Detail[] = [];
  if (tweet.possibly_sensitive === true)
    details.push({ kind: 'content-warning', value: 'possibly_sensitive' });
  if (at(tweet.user, 'protected') === true) details.push({ kind: 'visibility', value: 'protected' });
  if (stringOf(tweet.deleted_at) !== '') details.push({ kind: 'status', value: 'deleted' });
  const place = shownText(stringOf(at(tweet.place, 'full_name')));
  if (place !== '') details.push({ kind: 'place', value: place });
  return details;
}
