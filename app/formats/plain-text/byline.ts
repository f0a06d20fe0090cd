import type { Precision, Source } from '../../story.ts';
import { trimBlanks } from '../../text/blanks.ts';
import { type Moment, readMoment } from '../../text/dates.ts';
import { linksIn } from '../../text/marks.ts';

/** What a line such as `— Minato News (@minato_news) April 12, 2025` says. */
export interface Byline {
  source: Source;
  publishedAt: string | null;
  precision: Precision;
  /** Links behind the date: the post's own address. */
  links: string[];
}

/** A longer line is prose, whatever it begins with. In UTF-16 units. */
export const BYLINE_MAX_LENGTH = 512;

/** Dashes that embedding code writes; a hyphen also begins a list entry, so that it needs a date to count. */
const DASH = '—|–|―|─|━|&mdash;|&ndash;|&horbar;|&#821[123];|&#x201[345];';
const HYPHEN = '--+|-|‐|‑|‒|−|－|ー|ｰ';
const BLANKS = '[ \\t\\u00a0\\u3000]*';
/** An X name, a Mastodon `user@host` or a Bluesky domain, in either width. */
const HANDLE = '[\\w.\\-\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff3f．]+(?:[@＠][\\w.\\-]+)?';
/** Greedy up to the last handle in brackets, since a name may hold brackets, and even a handle, itself. */
const BYLINE = new RegExp(
  `^${BLANKS}((?:${DASH})+|${HYPHEN})${BLANKS}(.*)[(（]${BLANKS}[@＠](${HANDLE})${BLANKS}[)）](.*)$`,
  'isu',
);
/** What platforms write behind the date of a post that was changed. */
const EDITED = /[ \t\u3000·・]*[(（]?(?:last\s+edited\b.*|edited|編集済み)[)）]?$/iu;
const IS_DASH = new RegExp(`^(?:${DASH})+$`, 'iu');
/** A date that is a link, in HTML or Markdown, stands for its words and its address. */
const HTML_LINK = /<a\b[^>]*?\bhref=["']?([^"'\s>]*)["']?[^>]*>([^<]*)<\/a>/giu;
const MARKDOWN_LINK = /\[([^\]]*)\]\((https?:[^)\s]*)\)/giu;
const LINK = /https?:\/\/\S+/giu;

/** What stands in front of a byline's date. */
export interface BylineHead {
  source: Source;
  /** A hyphen also begins a list entry: without a date behind it, such a line is no byline. */
  needsDate: boolean;
}

/** What stands behind a byline's handle. */
export interface BylineTail {
  moment: Moment | null;
  links: string[];
}

/** Reads a line as a byline; null where it is none. Line breaks are not part of the line. */
export function parseByline(line: string): Byline | null {
  if (line.length > BYLINE_MAX_LENGTH) return null;
  const match = BYLINE.exec(line);
  if (match === null) return null;
  const [, dash = '', name = '', handle = '', rest = ''] = match;
  return joinByline(headOf(dash, name, handle), parseBylineTail(rest));
}

/** Reads a line up to the bracket behind its handle, for whoever remembers what bylines have in common. */
export function parseBylineHead(head: string): BylineHead | null {
  const match = BYLINE.exec(head);
  // The bracket may be another's, as in `(@handle) (edited)`.
  if (match === null || match[4] !== '') return null;
  const [, dash = '', name = '', handle = ''] = match;
  return headOf(dash, name, handle);
}

/** Reads what stands behind the handle; null for words that are no date. */
export function parseBylineTail(tail: string): BylineTail | null {
  const unlinked = tail.replace(HTML_LINK, ' $2 $1 ').replace(MARKDOWN_LINK, ' $1 $2 ');
  const date = trimBlanks(
    unlinked
      .replace(LINK, ' ')
      .replace(/<\/?\w+>/gu, ' ')
      .replace(EDITED, ''),
  );
  const moment = readMoment(date);
  if (moment === null && date !== '' && !looksLikeDate(date)) return null;
  return { moment, links: linksIn(unlinked) };
}

/**
 * A date that is not read (`9. Februar 2025`, `Feb 8`, `2h`, `3時間前`) still tells a byline from a sentence: short, with
 * a digit, few words and no sentence's end. The story then has no date, but its own source.
 */
function looksLikeDate(text: string): boolean {
  const words = text.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0;
  const others = text.replace(/[\p{Script=Latin}\p{N}\p{P}\s年月日時間分秒週前頃午後曜火水木金土+]/gu, '');
  return (
    text.length <= 48 &&
    /\p{N}/u.test(text) &&
    !/[@＠]/u.test(text) &&
    words <= 3 &&
    others === '' &&
    !/[.。．!！?？」』]$/u.test(text)
  );
}

/** A byline of its two halves; null where they make none, as in a sentence that only begins like one. */
export function joinByline(head: BylineHead, tail: BylineTail | null): Byline | null {
  if (tail === null || (tail.moment === null && head.needsDate)) return null;
  const { moment, links } = tail;
  return {
    source: head.source,
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    links,
  };
}

function headOf(dash: string, name: string, handle: string): BylineHead {
  const plainHandle = handle.normalize('NFKC');
  return {
    source: { name: trimBlanks(name) || plainHandle, handle: plainHandle },
    needsDate: !IS_DASH.test(dash),
  };
}
