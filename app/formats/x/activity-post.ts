import type { Detail, Relation, Source } from '../../story.ts';
import { at, type JsonObject, objectOf, stringOf } from '../reading/shape.ts';
import { handleOf, postOfAddress } from './address.ts';
import { dateOfPost } from './date.ts';
import type { XPost } from './post.ts';
import { relationTo, relationToPost } from './relations.ts';
import { languageOfX, shownText } from './text.ts';
import { marksOfEntities } from './v1-marks.ts';

/** Posts within posts are read so deep: one that is handed on, and what it quotes. */
const DEPTH = 2;
const ID = /^tag:search\.twitter\.com,\d{4}:(\d{1,20})$/u;

/** A post in the Activity Streams form in which Gnip sold them. null for what is none. */
export function postOfActivity(value: unknown, depth = DEPTH): XPost | null {
  const activity = objectOf(value);
  const id = ID.exec(stringOf(activity?.id))?.[1];
  if (activity === null || id === undefined) return null;
  const long = objectOf(activity.long_object);
  const text = long?.body ?? activity.body;
  if (typeof text !== 'string') return null;
  const author = authorOf(activity.actor);
  const inner = (key: string) => (depth > 0 ? postOfActivity(activity[key], depth - 1) : null);
  const shared = activity.verb === 'share' ? inner('object') : null;
  const quoted = inner('twitter_quoted_status');
  return {
    id,
    author,
    text: shownText(text),
    date: dateOfPost(stringOf(activity.postedTime), id),
    lang: languageOfX(stringOf(activity.twitter_lang)),
    marks: marksOfEntities(
      long?.twitter_entities ?? activity.twitter_entities,
      long?.twitter_extended_entities ?? activity.twitter_extended_entities,
    ),
    relations: [
      ...replyOf(activity),
      ...(shared === null ? [] : relationToPost('repost', shared)),
      ...(shared?.relations.filter(({ kind }) => kind === 'quote') ??
        (quoted === null ? [] : relationToPost('quote', quoted))),
    ],
    details: detailsOf(activity),
    shared,
    quoted,
  };
}

function authorOf(actor: unknown): Source | null {
  const handle = handleOf(stringOf(at(actor, 'preferredUsername')));
  const name = shownText(stringOf(at(actor, 'displayName'))) || handle;
  return name === null ? null : { name, handle };
}

function replyOf(activity: JsonObject): Relation[] {
  const other = postOfAddress(stringOf(at(activity.inReplyTo, 'link')));
  if (other === null) return [];
  const { handle, id } = other;
  return relationTo('reply', id, handle === null ? null : { name: handle, handle });
}

function detailsOf(activity: JsonObject): Detail[] {
  const place = shownText(stringOf(at(activity.location, 'displayName')));
  return place === '' ? [] : [{ kind: 'place', value: place }];
}
