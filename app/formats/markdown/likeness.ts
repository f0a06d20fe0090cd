import type { Head } from '../format.ts';
import { readFrontMatter } from './front-matter.ts';

const NAME = /\.(?:md|markdown|mdown|mkdn?|mdx|rmd|qmd)$/iu;
const TYPE = /^text\/(?:x-)?markdown$/u;
const HEADINGS = /^ {0,3}#{1,6}[ \t]+\S/gmu;
const LINKS = /\]\(https?:\/\/[^\s)]|^ {0,3}\[[^\]\n]{1,100}\]:[ \t]+https?:/gmu;
const FENCES = /^ {0,3}(?:```|~~~)/gmu;
const POSTS = /<blockquote class="twitter-tweet/gu;
const PAGE = /^\s*<(?:!doctype|html|\?xml)\b/iu;

/**
 * How sure it is that a head is one of Markdown. Headings alone say little: people write them into plain text too.
 */
export function likenessOfMarkdown({ name, mediaType, text, bytes }: Head): number {
  if ((text === '' && bytes.length > 0) || PAGE.test(text)) return 0;
  const isNamed = NAME.test(name) || TYPE.test(mediaType ?? '');
  const matter = readFrontMatter(text);
  if (matter.lines > 0 && (matter.title !== '' || matter.date !== '')) return isNamed ? 0.95 : 0.75;
  if (isNamed) return 0.6;
  const [headings, ...others] = [HEADINGS, LINKS, FENCES, POSTS].map((mark) => text.match(mark)?.length ?? 0);
  if ((headings ?? 0) < 2) return 0;
  return others.some((count) => count >= 2) ? 0.5 : 0.1;
}
