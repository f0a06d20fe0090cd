import type { Head } from '../format.ts';

/** What may stand in front of a page: blanks, comments, an XML declaration. */
const PREAMBLE = /^(?:\s+|<!--(?:(?!-->)[\s\S]){0,20000}-->|<\?xml\b[^>]{0,400}\?>)/u;
const PAGE = /^<(?:!doctype\s+html|html)(?=[\s>])/iu;
const PART =
  /^<(?:head|body|title|meta|link|base|style|script|div|p|h[1-6]|blockquote|article|section|main|header|nav|ul|ol|table|center|font|a|img|br|span|iframe|figure|center)(?=[\s/>])/iu;
/** Ends of elements that prose has, and no XML of other kinds. */
const PROSE = /<\/(?:p|div|a|blockquote|h[1-6]|li|td|body|span|article)>|<br\s{0,9}\/?>/iu;
const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/u;
const HTML_NAME = /\.x?html?$/iu;

/** How sure it is that a head is one of a page, or of a part of a page, or of an answer to oEmbed; 0: it is none. */
export function likenessOfHtml(head: Head): number {
  const { text } = head;
  const start = contentStart(text === '' ? latin1(head.bytes) : text);
  if (/^[{[]/u.test(start)) return likenessOfOEmbed(start);
  if (!start.startsWith('<')) return isNamedHtml(head) && PROSE.test(start) ? 0.6 : 0;
  // Formats that are pages of one program's know better.
  if (PAGE.test(start)) return 0.9;
  if (text === '' || !PART.test(start)) return 0;
  if (isNamedHtml(head)) return 0.85;
  return PROSE.test(start) ? 0.7 : 0;
}

function isNamedHtml({ name, mediaType }: Head): boolean {
  return HTML_TYPE.test(mediaType ?? '') || HTML_NAME.test(name);
}

function contentStart(text: string): string {
  let start = text;
  for (let match = PREAMBLE.exec(start); match !== null; match = PREAMBLE.exec(start)) {
    start = start.slice(match[0].length);
  }
  return start;
}

/** A page with a stray zero byte is a page all the same. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1000));
}

function likenessOfOEmbed(text: string): number {
  const hasKey = (key: string) => new RegExp(`"${key}"\\s{0,9}:`, 'u').test(text);
  const isAnswer = hasKey('html') && /"type"\s{0,9}:\s{0,9}"(?:rich|video)"/u.test(text) && hasKey('version');
  return isAnswer && (hasKey('provider_name') || hasKey('author_name') || hasKey('cache_age')) ? 0.9 : 0;
}
