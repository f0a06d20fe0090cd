import type { Detail, Origin, Relation, Source } from '../../story.ts';
import { declaredLanguage } from '../reading/declared-language.ts';
import { type JoinedParts, joinParts } from '../reading/join-parts.ts';
import { at, type JsonObject, objectOf, objectsOf, textOf, textsOf } from '../reading/shape.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { POST, pageOf, partsOf, REPOST } from './at-uri.ts';
import { type Embedded, embeddedIn } from './embed.ts';
import { facetsOf } from './facets.ts';

/** A record and what the dump says around it. */
export interface Posted {
  /** `at://…`; null where the record's key is not known. */
  uri: string | null;
  record: JsonObject;
  author: Source | null;
  /** The view of a post knows more than its record; null for a bare record. */
  view: JsonObject | null;
}

/** The story that a record tells; null for likes, follows and what else is no post. */
export function readRecord(posted: Posted, origin: Origin): StoryRecord | null {
  const type = posted.record.$type;
  if (type === POST) return readPost(posted, origin);
  return type === REPOST ? readRepost(posted, origin) : null;
}

function readPost({ uri, record, author, view }: Posted, origin: Origin): StoryRecord | null {
  const written = textOf(record.text) ?? '';
  const facets = facetsOf(record, written);
  const valuesOf = (kind: string) => facets.filter((facet) => facet.kind === kind).map(({ value }) => value);
  const did = textOf(at(view, 'author', 'did')) ?? (uri === null ? null : (partsOf(uri)?.repo ?? null));
  const embedded = embeddedIn(objectOf(view?.embed) ?? objectOf(record.embed), did);
  const words = wordsOf(written, embedded);
  if (words.text === '') return null;
  const quoted = embedded.quoted === null ? null : pageOf(embedded.quoted.uri);
  return storyRecord({
    ...words,
    ...momentOf(record),
    id: uri,
    source: author,
    lang: declaredLanguage(textsOf(record.langs), written) ?? undefined,
    links: [
      ...valuesOf('link'),
      ...embedded.links,
      ...(isQuote(embedded) || quoted === null ? [] : [quoted]),
    ],
    hashtags: [...valuesOf('tag'), ...textsOf(record.tags)],
    media: embedded.media,
    link: pageOf(uri),
    relations: relationsOf(record, embedded),
    details: detailsOf(record, view, embedded),
    origin,
  });
}

/** A repository holds no more of a repost than its address. */
function readRepost({ uri, record, author }: Posted, origin: Origin): StoryRecord | null {
  const shared = textOf(at(record, 'subject', 'uri'));
  if (shared === null) return null;
  const link = pageOf(shared);
  return storyRecord({
    ...momentOf(record),
    text: link ?? shared,
    id: uri,
    source: author,
    relations: [{ kind: 'repost', id: shared, link, source: null }],
    origin,
  });
}

export function momentOf(record: JsonObject): Pick<StoryRecord, 'publishedAt' | 'precision'> {
  const moment = readTimestamp(textOf(record.createdAt) ?? '');
  return { publishedAt: moment?.iso ?? null, precision: moment?.precision ?? 'none' };
}

/** The post, then what it quotes or leads to. Of a post of pictures only: what is said about them. */
function wordsOf(written: string, { quoted, card, alts, media, links }: Embedded): JoinedParts {
  const words = joinParts([
    { kind: 'post', text: written },
    { kind: 'article', text: quoted?.text ?? '' },
    { kind: 'article', text: card },
  ]);
  if (words.text !== '') return words;
  const address = quoted === null ? '' : (pageOf(quoted.uri) ?? quoted.uri);
  const instead = [alts, media, links].find((lines) => lines.length > 0)?.join('\n') ?? address;
  return joinParts([{ kind: 'post', text: instead }]);
}

function relationsOf(record: JsonObject, embedded: Embedded): Relation[] {
  const relations: Relation[] = [];
  const add = (kind: Relation['kind'], uri: string | null, source: Source | null = null) => {
    if (uri !== null) relations.push({ kind, id: uri, link: pageOf(uri), source });
  };
  add('reply', textOf(at(record, 'reply', 'parent', 'uri')));
  add('thread', textOf(at(record, 'reply', 'root', 'uri')));
  if (isQuote(embedded)) add('quote', embedded.quoted?.uri ?? null, embedded.quoted?.author);
  return relations;
}

/** Feeds and lists are embedded like quotes, but are links to a reader. */
function isQuote({ quoted }: Embedded): boolean {
  return quoted !== null && partsOf(quoted.uri)?.collection === POST;
}

/** Labels that authors and moderators put on a post; those with `!` are for programs. */
function detailsOf(record: JsonObject, view: JsonObject | null, embedded: Embedded): Detail[] {
  const labels = [...objectsOf(at(record, 'labels', 'values')), ...objectsOf(view?.labels)];
  const warnings = new Set(
    labels.flatMap((label) => textOf(label.val) ?? []).filter((label) => !label.startsWith('!')),
  );
  return [
    ...[...warnings].map((value) => ({ kind: 'content-warning', value }) as const),
    ...embedded.alts.map((value) => ({ kind: 'attachment', value }) as const),
  ];
}
