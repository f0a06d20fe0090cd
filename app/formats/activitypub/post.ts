import type { Problem } from '../../problem.ts';
import type { Detail, Origin, Relation } from '../../story.ts';
import { hashtagsIn } from '../../text/marks.ts';
import { at, type JsonObject, listOf, objectsOf, textOf } from '../reading/shape.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { type Owner, personOf, sourceOf } from './actor.ts';
import { visibilityOf } from './audience.ts';
import { versionsOf } from './content.ts';
import { isShort, pageOf, referenceOf, typesOf, webAddress } from './values.ts';
import { wordsOf } from './words.ts';

/** `quote`: FEP-044f; the others are what servers wrote before it. */
const QUOTES = ['quote', 'quoteUri', 'quoteUrl', '_misskey_quote'];

/** A post as a story, or what is wrong with it. */
export function readPost(post: JsonObject, owner: Owner | null, origin: Origin): StoryRecord | Problem {
  for (const key of ['id', 'content', 'name']) {
    const value = post[key];
    if (value !== undefined && value !== null && typeof value !== 'string')
      return wrongShape(origin, `"${key}" is no text`);
  }
  const quoted = QUOTES.map((key) => referenceOf(post[key])).find((address) => address !== null) ?? null;
  const versions = versionsOf(post, quoted !== null);
  const words = wordsOf(post, versions);
  if (words.text === '') return wrongShape(origin, 'no content');
  const moment = readTimestamp(textOf(post.published) ?? textOf(post.updated) ?? '');
  const link = pageOf(post);
  const attached = [...objectsOf(post.attachment), ...objectsOf(post.image)];
  return storyRecord({
    ...words,
    id: textOf(post.id),
    source: sourceOf(post.attributedTo ?? post.actor, link, owner),
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    links: [
      ...versions.flatMap(({ links }) => links),
      ...attached.filter(isLink).flatMap((file) => referenceOf(file) ?? []),
    ],
    hashtags: hashtagsOf(post, words.text),
    media: [
      ...versions.flatMap(({ media }) => media),
      ...attached.filter((file) => !isLink(file)).flatMap((file) => referenceOf(file.url) ?? []),
    ],
    link,
    relations: relationsOf(post, quoted),
    details: detailsOf(post, attached),
    origin,
  });
}

export function wrongShape({ entry, unit, position }: Origin, detail: string): Problem {
  return { code: 'record-bad-shape', params: { entry, unit, position, detail } };
}

/** Servers write hashtags in small letters beside the text; where it has them too, they are as their author wrote them. */
function hashtagsOf(post: JsonObject, text: string): string[] {
  const written = hashtagsIn(text);
  const known = new Set(written.map((tag) => tag.toLowerCase()));
  const others = objectsOf(post.tag)
    .filter((tag) => typesOf(tag).includes('Hashtag'))
    .flatMap((tag) => textOf(tag.name)?.replace(/^[#＃]/u, '') ?? [])
    .filter((tag) => !known.has(tag.toLowerCase()));
  return [...written, ...others];
}

function relationsOf(post: JsonObject, quoted: string | null): Relation[] {
  const relation = (kind: Relation['kind'], address: string): Relation => ({
    kind,
    id: address,
    link: webAddress(address),
    source: personOf(address),
  });
  const answered = referenceOf(post.inReplyTo);
  return [
    ...(answered === null ? [] : [relation('reply', answered)]),
    ...(quoted === null ? [] : [relation('quote', quoted)]),
  ];
}

function detailsOf(post: JsonObject, attached: readonly JsonObject[]): Detail[] {
  const details: Detail[] = [];
  const add = (kind: Detail['kind'], value: string | null) => {
    if (value !== null) details.push({ kind, value: value.trim() });
  };
  add(
    'content-warning',
    (isShort(post) ? textOf(post.summary) : null) ?? (post.sensitive === true ? 'sensitive' : null),
  );
  add('visibility', visibilityOf(post));
  const updated = readTimestamp(textOf(post.updated) ?? '')?.iso ?? null;
  add('edited', updated === readTimestamp(textOf(post.published) ?? '')?.iso ? null : updated);
  for (const place of listOf(post.location)) add('place', textOf(at(place, 'name')));
  for (const file of attached) add('attachment', textOf(file.name));
  return details;
}

function isLink(file: JsonObject): boolean {
  return typesOf(file).includes('Link') || file.url === undefined;
}
