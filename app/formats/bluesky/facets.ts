import { utf16Places } from '../../text/utf8.ts';
import { at, type JsonObject, objectsOf, textOf } from '../reading/shape.ts';

/** A run of a post's text that is a link, hashtag or mention. `start` and `end` count UTF-16 units. */
export interface Facet {
  kind: 'link' | 'tag' | 'mention';
  start: number;
  end: number;
  /** The address, the tag without `#`, or the DID of who is mentioned. */
  value: string;
}

const KINDS = [
  ['link', 'uri'],
  ['tag', 'tag'],
  ['mention', 'did'],
] as const;

/**
 * The facets of `app.bsky.richtext.facet`, whose places count bytes of UTF-8, and the links of its forerunner
 * `entities`, whose places count UTF-16 units. As in Bluesky's own programs, what lies outside of the text or cuts a
 * character is none.
 */
export function facetsOf(post: JsonObject, text: string): Facet[] {
  const written = objectsOf(post.facets);
  const byte = (facet: JsonObject, key: string) => {
    const place = at(facet, 'index', key);
    return typeof place === 'number' ? place : -1;
  };
  const places = utf16Places(
    text,
    written.flatMap((facet) => [byte(facet, 'byteStart'), byte(facet, 'byteEnd')]),
  );
  const facets = written.flatMap((facet) => {
    const start = places.get(byte(facet, 'byteStart'));
    const end = places.get(byte(facet, 'byteEnd'));
    if (start === undefined || end === undefined || start >= end) return [];
    return objectsOf(facet.features).flatMap((feature) =>
      KINDS.flatMap(([kind, key]) => {
        const value = textOf(feature[key]);
        return value === null ? [] : { kind, start, end, value };
      }),
    );
  });
  return [...facets, ...entitiesOf(post, text)];
}

function entitiesOf(post: JsonObject, text: string): Facet[] {
  return objectsOf(post.entities).flatMap((entity) => {
    const [start, end, value] = [
      at(entity, 'index', 'start'),
      at(entity, 'index', 'end'),
      textOf(entity.value),
    ];
    if (entity.type !== 'link' || typeof start !== 'number' || typeof end !== 'number' || value === null)
      return [];
    return start >= 0 && start < end && end <= text.length ? { kind: 'link', start, end, value } : [];
  });
}
