/**
 * Links, hashtags and media marks in the text of posts.
 *
 * A link is ASCII only: Japanese text goes on right behind a link without a blank, so that a link must end
 * at the first character that an address would write percent-encoded.
 */
const LINK = /https?:\/\/(?:(?!https?:\/\/)[\w\-.~:/?#[\]@!$&'()*+,;=%])+/giu;
const MEDIA = /\bpic\.(?:twitter|x)\.com\/\w+/giu;
const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}_][\p{L}\p{M}\p{N}_・]*)/gu;
/** A link, media mark or hashtag at the very end of a line. */
const MARK_AT_END =
  /(?:https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|pic\.(?:twitter|x)\.com\/\w+|(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{N}_][\p{L}\p{M}\p{N}_・]*)[ \t\r\f\v\u00a0\u3000]*$/iu;

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

/** The links of a text, each once, in order. */
export function linksIn(text: string): string[] {
  return unique((text.match(LINK) ?? []).map(withoutPunctuation));
}

/** The hashtags of a text without their `#`, each once, in order. All digits is a number, not a tag. */
export function hashtagsIn(text: string): string[] {
  const tags: string[] = [];
  for (const [, tag] of text.replace(LINK, ' ').matchAll(HASHTAG)) {
    if (tag !== undefined && /[^\p{N}_]/u.test(tag)) tags.push(tag);
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
