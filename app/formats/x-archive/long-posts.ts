import type { Problem } from '../../problem.ts';
import type { Moment } from '../../text/dates.ts';
import type { Entry } from '../format.ts';
import { jsonValues } from '../reading/json-values.ts';
import { at, type JsonObject, listOf, objectOf, objectsOf, stringOf } from '../reading/shape.ts';
import { dateOfPost } from '../x/date.ts';
import type { XPost } from '../x/post.ts';
import { shownText } from '../x/text.ts';
import { longPostsFiles } from './files.ts';

/** The whole words of a long post, of which the post itself has the first 280 characters only. */
export interface LongPost {
  /** Its own: nothing in the archive says which post's words they are. */
  id: string;
  /** Some seconds from its post's at most. */
  date: Moment | null;
  text: string;
  links: string[];
  hashtags: string[];
  short: string[];
}

/** So many UTF-16 units of long posts are held, to be found by their posts. Those behind them stay by themselves. */
const HELD_UNITS = 1 << 25;
const SECONDS_APART = 5;
/** So many units that agree are no chance, and posts of a thread have the same second. */
const ALIKE_UNITS = 100;

/** The long posts of an archive by the second in which they were written. */
export class LongPosts {
  private readonly bySecond = new Map<number, LongPost[]>();
  private units = 0;

  /** Those beside an entry of posts. */
  static async beside(entry: Entry): Promise<LongPosts> {
    const posts = new LongPosts();
    for (const name of longPostsFiles(await entry.siblings(), entry.name)) {
      const file = await entry.sibling(name);
      if (file !== null) await posts.addFrom(file);
    }
    return posts;
  }

  get isEmpty(): boolean {
    return this.units === 0;
  }

  async addFrom(file: Entry): Promise<void> {
    for await (const { post } of longPostsIn(file)) {
      if (post === null) continue;
      this.units += post.text.length;
      if (this.units > HELD_UNITS) return;
      const second = secondsOf(post.date);
      const same = this.bySecond.get(second);
      if (same === undefined) this.bySecond.set(second, [post]);
      else same.push(post);
    }
  }

  /** The long post that a post is the beginning of; it is given only once. */
  take(post: XPost): LongPost | null {
    if (this.isEmpty) return null;
    const seconds = secondsOf(post.date);
    const beginning = alike(post.text);
    if (beginning === '') return null;
    for (let apart = 0; apart <= SECONDS_APART; apart++) {
      for (const second of new Set([seconds - apart, seconds + apart])) {
        const there = this.bySecond.get(second) ?? [];
        const index = there.findIndex(({ text }) => alike(text).startsWith(beginning));
        if (index !== -1) return there.splice(index, 1)[0] ?? null;
      }
    }
    return null;
  }
}

/** The long posts of a file, one at a time. `post` is null where a record is none; what cannot be read is passed on. */
export async function* longPostsIn(
  file: Entry,
): AsyncGenerator<{ post: LongPost | null; record: number; problem: Problem | null }> {
  for await (const found of jsonValues(file.text(), [['*']], file.name)) {
    if ('code' in found) yield { post: null, record: 0, problem: found };
    else yield { post: longPostOf(found.value), record: found.record, problem: null };
  }
}

function longPostOf(value: unknown): LongPost | null {
  const note = objectOf(at(value, 'noteTweet')) ?? objectOf(value);
  const core = objectOf(note?.core);
  if (note === null || typeof core?.text !== 'string' || core.text.trim() === '') return null;
  const id = stringOf(note.noteTweetId);
  const urls = objectsOf(core.urls);
  return {
    id,
    date: dateOfPost(stringOf(note.createdAt), id),
    text: shownText(core.text),
    links: urls
      .map((url) => stringOf(url.expandedUrl) || stringOf(url.shortUrl))
      .filter((link) => link !== ''),
    hashtags: listOf(core.hashtags)
      .map(tagOf)
      .filter((tag) => tag !== ''),
    short: urls.map((url: JsonObject) => stringOf(url.shortUrl)),
  };
}

const tagOf = (tag: unknown) => stringOf(at(tag, 'text') ?? tag).replace(/^#/u, '');

const secondsOf = (date: Moment | null) => Math.floor(Date.parse(date?.iso ?? '') / 1000);

/** The people whom a post answers are named first in it, but not in its long form. */
export const ADDRESSEES = /^(?:@\w{1,20}\s{1,9})*/u;

/** What the beginnings of a post and of its long form have in common; the post ends in a link or `…` where it is cut. */
function alike(text: string): string {
  return text
    .replace(ADDRESSEES, '')
    .slice(0, ALIKE_UNITS * 10)
    .replace(/(?:\s*https?:\/\/t\.co\/\w+)+$/u, '')
    .replace(/\s*…$/u, '')
    .replace(/\s+/gu, ' ')
    .slice(0, ALIKE_UNITS);
}
