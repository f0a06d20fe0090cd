import { type Byline, parseByline } from '../plain-text/byline.ts';
import { readTimestamp } from '../reading/timestamps.ts';

/** `A post shared by Minato News (@minato_news) on Feb 8, 2025 at 10:30pm PST`, `港新聞(@minato_news)がシェアした投稿` */
const SHARED =
  /^(?:an?\s(?:post|photo|video|reel)\s(?:shared|posted)\sby\s)(.{0,200}?)\s?\(@([\w.]{1,40})\)(?:\son\s(.{1,60}))?$/iu;
const SHARED_JA =
  /^(.{0,200}?)[（(]@([\w.]{1,40})[)）](?:さん)?(?:が|の)(?:シェア|投稿)\S{0,12}(?:\s*[-–—]\s*(.{1,60}))?$/u;
/** `Post by @minato@social.example` */
const POST_BY = /^post\sby\s@([\w.-]{1,80}(?:@[\w.-]{1,255})?)$/iu;
/** What stands in an embed to be clicked on. */
const BUTTON =
  /^(?:view (?:this post )?on (?:mastodon|instagram|threads|facebook|tiktok)|この投稿をInstagramで見る|(?:Mastodon|Threads)で(?:見る|表示)|\[image or embed\])$/iu;

/** The text of an embed taken apart. */
export interface EmbedText {
  /** What the post says; empty where the embed does not tell. */
  post: string;
  byline: Byline | null;
}

/** Parts what a post says from the line that says whose it is, and from buttons. */
export function readEmbedText(text: string): EmbedText {
  const lines = text.split('\n').filter((line) => !BUTTON.test(line.trim()));
  // A post may quote another one's author line; its own stands behind it.
  const at = lines.findLastIndex((line) => readAuthorLine(line) !== null);
  if (at === -1) return { post: trimmed(lines), byline: null };
  const parts = [trimmed(lines.slice(0, at)), trimmed(lines.slice(at + 1))];
  return {
    post: parts.filter((part) => part !== '').join('\n\n'),
    byline: readAuthorLine(lines[at] as string),
  };
}

/** Reads the line that says whose a post is, as X, Bluesky, Mastodon and Instagram write it; null for any other. */
export function readAuthorLine(line: string): Byline | null {
  const byline = parseByline(line);
  if (byline !== null) return byline;
  const words = line.trim();
  if (words.length > 400) return null;
  const address = POST_BY.exec(words)?.[1];
  if (address !== undefined) return bylineOf(address, address, undefined);
  const [, name, handle, date] = SHARED.exec(words) ?? SHARED_JA.exec(words) ?? [];
  return handle === undefined ? null : bylineOf(name || handle, handle, date);
}

function bylineOf(name: string, handle: string, date: string | undefined): Byline {
  const moment = date === undefined ? null : readTimestamp(date);
  return {
    source: { name: name.trim(), handle },
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    links: [],
  };
}

/** Without blank lines around it. */
function trimmed(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? '' : lines.slice(first).join('\n').trimEnd();
}
