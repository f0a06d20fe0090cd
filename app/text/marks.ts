/**
 * Links, hashtags and media marks in the text of posts.
 *
 * A link is ASCII only: Japanese text goes on right behind a link without a blank, so that a link must end
 * at the first character that an address would write percent-encoded. For the same reason another link may follow
 * without a blank, except where a web archive or a query has it inside: `/20250208103000/https://…`, `?url=https://…`.
 */
const LINK =
  /https?:\/\/(?:(?:(?<==|\/\d{4,14}(?:[a-z]{2}_)?\/)|(?!https?:\/\/))[\w\-.~:/?#[\]@!$&'()*+,;=%])+/giu;
const MEDIA = /\bpic\.(?:twitter|x)\.com\/\w+/giu;
/**
 * What a hashtag is made of behind its first letter. The signs are those that X allows within one: in Japanese (`・`,
 * `〜`, `〃`), Catalan, Hebrew and Tibetan words, and between letters that must not be joined.
 */
const IN_HASHTAG = String.raw`[\p{L}\p{M}\p{N}_\u00b7\u05be\u05f3\u05f4\u0f0b\u0f0c\u200c\u200d\u3003\u301c\u30fb\uff5e]`;
const A_HASHTAG = String.raw`(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}_]${IN_HASHTAG}*)`;
const HASHTAG = new RegExp(A_HASHTAG, 'gu');
/** A link, media mark or hashtag at the very end of a line. */
const MARK_AT_END = new RegExp(
  String.raw`(?:https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|pic\.(?:twitter|x)\.com\/\w+|${A_HASHTAG})[ \t\r\f\v\u00a0\u3000]*$`,
  'iu',
);
/** X's short links have nothing behind their letters but a query: `https://t.co/abc's` is a link and an `'s`. */
const SHORT_LINK = /^https?:\/\/t\.co\/[a-z0-9]+(?:\?[^?]*)?/iu;
/** Host of a link, without the name in front of `@`. */
const HOST = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu;
const HOST_NAME =
  /^(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.(?:[a-z]{2,63}|xn--[a-z0-9-]*[a-z0-9])$/iu;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/u;

const unique = (found: string[]) => [...new Set(found)];

/** Full stops, commas and unpaired brackets behind a link belong to the sentence around it. */
function withoutPunctuation(link: string): string {
  const surplus = { ')': surplusOf(link, '(', ')'), ']': surplusOf(link, '[', ']') };
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link[end - 1] as string;
    if ('.,;:!?\'"'.includes(last)) continue;
    if ((last !== ')' && last !== ']') || surplus[last] <= 0) break;
    surplus[last] -= 1;
  }
  return link.slice(0, end);
}

/** How many more brackets are closed than opened. */
function surplusOf(link: string, open: string, close: string): number {
  let surplus = 0;
  for (const sign of link) surplus += sign === close ? 1 : sign === open ? -1 : 0;
  return surplus;
}

/** False for what only looks like a link: a name without a dot, or the ASCII beginning of a Japanese one. */
function hasHost(link: string): boolean {
  const host = HOST.exec(link)?.[1] ?? '';
  return host.length < 254 && (HOST_NAME.test(host) || IP_ADDRESS.test(host));
}

/** The links of a text, each once, in order. */
export function linksIn(text: string): string[] {
  const links = (text.match(LINK) ?? []).map((link) => SHORT_LINK.exec(link)?.[0] ?? link);
  return unique(links.map(withoutPunctuation).filter(hasHost));
}

/** The hashtags of a text without their `#`, each once, in order. All digits is a number, not a tag. */
export function hashtagsIn(text: string): string[] {
  const tags: string[] = [];
  for (const [, tag] of text.replace(LINK, ' ').matchAll(HASHTAG)) {
    if (tag !== undefined && /[\p{L}\p{M}]/u.test(tag)) tags.push(tag);
  }
  return unique(tags);
}

/** Marks that stand for a picture or film, each once, in order. */
export function mediaIn(text: string): string[] {
  return unique(text.match(MEDIA) ?? []);
}

/** A line without the links, media marks and hashtags at its end, and without blanks behind what is left. */
export function withoutMarksAtEnd(line: string): string {
  // Marks stand in the last few hundred units; a longer tail would make the expression quadratic.
  const from = Math.max(0, line.length - 1000);
  let tail = line.slice(from);
  for (let match = MARK_AT_END.exec(tail); match !== null; match = MARK_AT_END.exec(tail)) {
    tail = tail.slice(0, match.index);
  }
  return (line.slice(0, from) + tail).trimEnd();
}
