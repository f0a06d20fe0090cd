import type { Problem } from '../../problem.ts';
import type { Detail, Origin, Source } from '../../story.ts';
import type { Entry } from '../format.ts';
import { beginningOf } from '../reading/beginning.ts';
import { jsonValues } from '../reading/json-values.ts';
import { at, objectOf } from '../reading/shape.ts';
import type { StoryRecord } from '../story-record.ts';
import { postOfAddress } from '../x/address.ts';
import { storyOfPost, type XPost } from '../x/post.ts';
import { relationTo } from '../x/relations.ts';
import { postOfV1 } from '../x/v1-post.ts';
import { isDeleted, kindOf, postsFiles } from './files.ts';
import { ADDRESSEES, type LongPost, LongPosts, longPostsIn } from './long-posts.ts';
import { ownerOf } from './owner.ts';

/** So many units show what a file says that it holds. */
const ENOUGH = 200;
const DELETED: Detail = { kind: 'status', value: 'deleted' };

/** The stories of one of an archive's files. */
export async function* parseArchive(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const { text: beginning } = await beginningOf(entry, ENOUGH);
  const kind = kindOf(beginning);
  if (kind === 'other') return;
  const owner = await ownerOf(entry);
  if (kind === 'long-posts') yield* longPostsAlone(entry, owner);
  else yield* postsOf(entry, owner, isDeleted(beginning));
}

async function* postsOf(
  entry: Entry,
  owner: Source | null,
  deleted: boolean,
): AsyncGenerator<StoryRecord | Problem> {
  const longPosts = await LongPosts.beside(entry);
  for await (const found of jsonValues(entry.text(), [['*']], entry.name)) {
    if ('code' in found) {
      yield found;
      continue;
    }
    const origin: Origin = { entry: entry.name, unit: 'record', position: found.record };
    const post = archivedPost(found.value, owner);
    if (post === null) yield { code: 'record-bad-shape', params: { ...origin, detail: 'id_str, full_text' } };
    else {
      if (deleted && !post.details.some(({ kind }) => kind === 'status')) post.details.push(DELETED);
      yield storyOfPost(withAllWords(post, longPosts.take(post)), origin);
    }
  }
}

function archivedPost(value: unknown, owner: Source | null): XPost | null {
  const post = postOfV1(objectOf(at(value, 'tweet')) ?? value, owner);
  return post === null ? null : { ...post, relations: [...post.relations, ...quoteByLink(post)] };
}

/** Archives do not say that a post quotes another: it ends in the other's address, which X shows as a quote. */
function quoteByLink(post: XPost): XPost['relations'] {
  const address = post.marks.links.at(-1);
  const other = address === undefined ? null : postOfAddress(address);
  const said = post.relations.some(({ kind }) => kind === 'quote' || kind === 'repost');
  if (other === null || other.id === post.id || said || !endsInLink(post)) return [];
  const { handle, id } = other;
  return relationTo('quote', id, handle === null ? null : { name: handle, handle });
}

function endsInLink({ text, marks }: XPost): boolean {
  const lastOfLinks = marks.short[marks.links.length - 1];
  const behind = text.slice(text.lastIndexOf(lastOfLinks ?? '') + (lastOfLinks?.length ?? 0));
  // Pictures have their link behind all others.
  return (
    lastOfLinks !== undefined &&
    behind.split(/\s+/u).every((word) => word === '' || marks.short.includes(word))
  );
}

function withAllWords(post: XPost, long: LongPost | null): XPost {
  if (long === null) return post;
  const addressees = ADDRESSEES.exec(post.text)?.[0] ?? '';
  return {
    ...post,
    text: long.text.startsWith(addressees) ? long.text : addressees + long.text,
    marks: {
      links: [...post.marks.links, ...long.links],
      hashtags: long.hashtags.length > 0 ? long.hashtags : null,
      media: post.marks.media,
      short: [...post.marks.short, ...long.short],
    },
  };
}

/** Long posts whose posts are not among those beside them. */
async function* longPostsAlone(entry: Entry, owner: Source | null): AsyncGenerator<StoryRecord | Problem> {
  const withPost = await withPosts(entry, owner);
  for await (const { post: long, record, problem } of longPostsIn(entry)) {
    const origin: Origin = { entry: entry.name, unit: 'record', position: record };
    if (problem !== null) yield problem;
    else if (long === null) yield { code: 'record-bad-shape', params: { ...origin, detail: 'core.text' } };
    else if (!withPost.has(long.id)) yield storyOfPost(postOfLong(long, owner), origin);
  }
}

/** Ids of the long posts that are shown with their posts. */
async function withPosts(entry: Entry, owner: Source | null): Promise<Set<string>> {
  const ids = new Set<string>();
  const files = postsFiles(await entry.siblings(), entry.name);
  const longPosts = await LongPosts.beside(entry);
  for (const name of longPosts.isEmpty ? [] : files) {
    const file = await entry.sibling(name);
    if (file === null) continue;
    for await (const found of jsonValues(file.text(), [['*']], name)) {
      const post = 'code' in found ? null : archivedPost(found.value, owner);
      const long = post === null ? null : longPosts.take(post);
      if (long !== null) ids.add(long.id);
    }
  }
  return ids;
}

function postOfLong(long: LongPost, author: Source | null): XPost {
  const { id, text, date, links, hashtags, short } = long;
  return {
    id,
    author,
    text,
    date,
    lang: null,
    marks: { links, hashtags: hashtags.length > 0 ? hashtags : null, media: [], short },
    relations: [],
    details: [],
    shared: null,
    quoted: null,
  };
}
