import type { Problem } from '../../problem.ts';
import type { Detail, Language, Origin, Relation, Source } from '../../story.ts';
import type { Moment } from '../../text/dates.ts';
import { hashtagsIn, linksIn } from '../../text/marks.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { postAddress } from './address.ts';

/** What a record says of the marks in its text. */
export interface Marks {
  /** Addresses behind the short links. */
  links: string[];
  /** null: the record does not say. */
  hashtags: string[] | null;
  /** Addresses of pictures and films. */
  media: string[];
  /** The short links that stand in the text for all these. */
  short: string[];
}

/** A post of X, whichever export tells of it. */
export interface XPost {
  /** Empty where the record has none. */
  id: string;
  author: Source | null;
  /** As shown, with short links. */
  text: string;
  date: Moment | null;
  /** null: the record does not say. */
  lang: Language | null;
  marks: Marks;
  relations: Relation[];
  details: Detail[];
  /** The post that this one only hands on, with all of its words. */
  shared: XPost | null;
  /** The post that is shown below this one's words. */
  quoted: XPost | null;
}

/** `RT @minato: …`: how X writes a post that is handed on. It is cut at 140 characters. */
const SHARED = /^RT @(\w{1,20}):/u;
/** What is left of a link, or of a link or hashtag, that was cut. Addresses of the web are not as long as `CUT_UNITS`. */
const CUT_LINK = /https?:\/\/[!-~]*…$/u;
const CUT_MARK = /(?:https?:\/\/[!-~]*|[#＃][^\s#＃]*)…$/u;
const CUT_UNITS = 300;

/** Whose post this one hands on, by its words; null where it does not. */
export function sharedHandle(text: string): string | null {
  return SHARED.exec(text)?.[1] ?? null;
}

/**
 * The story of a post. Of a post that hands another on, the words are those of the other, whole, behind X's own
 * `RT @name:`, since they are not its author's. The words of a quoted post follow as an article behind a blank line,
 * since its readers saw them, too.
 */
export function storyOfPost(post: XPost, origin: Origin): StoryRecord | Problem {
  const told = post.shared ?? post;
  const own = post.shared === null ? post.text : sharedText(post, post.shared);
  const quoted = told.quoted?.text ?? '';
  if (own === '' && quoted === '') {
    const { entry, unit, position } = origin;
    return { code: 'record-bad-shape', params: { entry, unit, position, detail: 'text' } };
  }
  const parts = [
    { kind: 'post', text: own, lang: told.lang },
    { kind: 'article', text: quoted, lang: told.quoted?.lang ?? null },
  ] as const;
  const shown = parts.filter(({ text }) => text !== '');
  const record = storyRecord({
    id: post.id || null,
    source: post.author,
    publishedAt: post.date?.iso ?? null,
    precision: post.date?.precision ?? 'none',
    ...(told.lang === null ? {} : { lang: told.lang }),
    media: [...told.marks.media, ...(told.quoted?.marks.media ?? [])],
    link: postAddress(post.author, post.id),
    relations: post.relations,
    details: post.details,
    origin,
    text: shown.map(({ text }) => text).join('\n\n'),
    segments: shown.map(({ kind, text, lang }, index) => {
      const start = index === 0 ? 0 : own.length + 2;
      return { kind, lang, start, end: start + text.length };
    }),
  });
  const marks = [told, ...(told.quoted === null ? [] : [told.quoted])].map(marksOfPost);
  return {
    ...record,
    links: unique(marks.flatMap(({ links }) => links)),
    hashtags: unique(marks.flatMap(({ hashtags }) => hashtags)),
  };
}

function sharedText(post: XPost, shared: XPost): string {
  const handle = sharedHandle(post.text) ?? shared.author?.handle;
  return handle === undefined || handle === null ? shared.text : `RT @${handle}: ${shared.text}`;
}

/** What the record says, and what else stands in the text: a link without an entity, or any in a record without. */
function marksOfPost({ id, text, marks }: XPost): { links: string[]; hashtags: string[] } {
  const cut =
    (sharedHandle(text) === null ? CUT_LINK : CUT_MARK).exec(text.slice(-CUT_UNITS))?.[0].length ?? 0;
  const whole = text.slice(0, text.length - cut);
  // A cut post links to itself, for the rest of its words.
  const links = [...marks.links, ...linksIn(whole).filter((link) => !marks.short.includes(link))];
  return {
    links: links.filter((link) => id === '' || !link.endsWith(`/i/web/status/${id}`)),
    hashtags: marks.hashtags ?? hashtagsIn(whole),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
