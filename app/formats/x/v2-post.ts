import type { Detail, Relation, Source } from '../../story.ts';
import { at, type JsonObject, listOf, objectOf, objectsOf, stringOf } from '../reading/shape.ts';
import { isPostId } from './address.ts';
import { dateOfPost } from './date.ts';
import { sharedHandle, type XPost } from './post.ts';
import { earlierVersions, editedDetail, relationTo } from './relations.ts';
import { languageOfX, shownText } from './text.ts';
import { type Includes, userOf } from './v2-includes.ts';
import { marksOfV2 } from './v2-marks.ts';

/** Posts within posts are read so deep: one that is handed on, and what it quotes. */
const DEPTH = 2;

/**
 * A post as API v2 gives it, with what its page includes, or flattened with all of it inside. null for what is none:
 * counts, users and notices have no text.
 */
export function postOfV2(value: unknown, includes: Includes, depth = DEPTH): XPost | null {
  const tweet = objectOf(value);
  if (tweet === null || !isPostId(stringOf(tweet.id))) return null;
  // A long post is cut in `text`.
  const long = objectOf(tweet.note_tweet);
  const text = long?.text ?? tweet.text;
  if (typeof text !== 'string') return null;
  const id = stringOf(tweet.id);
  const author = userOf(tweet.author) ?? includes.user(tweet.author_id);
  const references = objectsOf(tweet.referenced_tweets)
    .slice(0, REFERENCES)
    .map((reference) => ({
      reference,
      other: depth === 0 ? null : postOfV2(wholeOf(reference, includes), includes, depth - 1),
    }));
  const otherOf = (type: string) =>
    references.find(({ reference }) => reference.type === type)?.other ?? null;
  const shared = otherOf('retweeted');
  const date = dateOfPost(stringOf(tweet.created_at), id);
  const relations = [
    ...references.flatMap(({ reference, other }) => relationOf(tweet, reference, other, includes)),
    ...(shared?.relations.filter(({ kind }) => kind === 'quote') ?? []),
    ...threadOf(tweet, id, includes),
    ...earlierVersions(listOf(tweet.edit_history_tweet_ids).map(stringOf), id, author),
  ];
  return {
    id,
    author,
    text: shownText(text),
    date,
    lang: languageOfX(stringOf(tweet.lang)),
    marks: marksOfV2(tweet, long, includes),
    relations,
    details: [...editedDetail(relations, date?.iso), ...detailsOf(tweet, includes)],
    shared,
    quoted: otherOf('quoted'),
  };
}

/** A reference has the other post in it where it is flattened; else the page may include it. */
function wholeOf(reference: JsonObject, includes: Includes): unknown {
  return typeof reference.text === 'string' ? reference : includes.tweet(reference.id);
}

const KINDS = new Map<unknown, Relation['kind']>([
  ['replied_to', 'reply'],
  ['retweeted', 'repost'],
  ['quoted', 'quote'],
]);
/** A post answers one and quotes one. */
const REFERENCES = 4;

function relationOf(
  tweet: JsonObject,
  reference: JsonObject,
  other: XPost | null,
  includes: Includes,
): Relation[] {
  const kind = KINDS.get(reference.type);
  if (kind === undefined) return [];
  return relationTo(kind, stringOf(reference.id), other?.author ?? addresseeOf(kind, tweet, includes));
}

/** Whom a post answers or hands on, where the other post is not there: mentions have names, and sometimes ids. */
function addresseeOf(kind: Relation['kind'], tweet: JsonObject, includes: Includes): Source | null {
  const mentions = objectsOf(at(tweet.entities, 'mentions'));
  if (kind === 'repost') return sourceNamed(sharedHandle(stringOf(tweet.text)));
  if (kind !== 'reply') return null;
  const { in_reply_to_user_id: id } = tweet;
  const mention = mentions.find((each) => stringOf(id) !== '' && stringOf(each.id) === stringOf(id));
  return userOf(tweet.in_reply_to_user) ?? includes.user(id) ?? userOf(mention);
}

function sourceNamed(handle: string | null): Source | null {
  return handle === null ? null : { name: handle, handle };
}

/** The post that began the conversation, where it is another one. */
function threadOf(tweet: JsonObject, id: string, includes: Includes): Relation[] {
  const first = stringOf(tweet.conversation_id);
  if (first === id) return [];
  const reference = objectsOf(tweet.referenced_tweets).find((each) => stringOf(each.id) === first);
  const author = includes.tweet(first)?.author_id ?? reference?.author_id;
  const source = userOf(reference?.author) ?? includes.user(author);
  return relationTo('thread', first, source);
}

function detailsOf(tweet: JsonObject, includes: Includes): Detail[] {
  const details: Detail[] = [];
  if (tweet.possibly_sensitive === true)
    details.push({ kind: 'content-warning', value: 'possibly_sensitive' });
  if (at(tweet.author, 'protected') === true || includes.isProtected(tweet.author_id)) {
    details.push({ kind: 'visibility', value: 'protected' });
  }
  const geo = objectOf(tweet.geo);
  const place = shownText(stringOf(geo?.full_name ?? includes.place(geo?.place_id)?.full_name));
  if (place !== '') details.push({ kind: 'place', value: place });
  const inline = at(tweet.attachments, 'poll');
  const poll = objectOf(inline) ?? includes.poll(listOf(at(tweet.attachments, 'poll_ids'))[0]);
  const options = objectsOf(poll?.options).map(({ label }) => shownText(stringOf(label)));
  if (options.length > 0) details.push({ kind: 'attachment', value: options.join(' / ') });
  return details;
}
