import type { KnownOfStory } from '../story-record.ts';
import { absoluteAddresses } from './addresses.ts';
import { htmlText } from './html-text.ts';

/** A headline cut by a program ends like this. */
const CUT = /\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/u;
/** A headline of so many UTF-16 units at the start of a text is no accident. */
const LONG = 30;

/** A body in HTML: its text, and where its links and pictures lead, made complete by the page's own address. */
export function htmlBody(html: string, address = ''): Pick<KnownOfStory, 'text' | 'links' | 'media'> {
  const { text, links, media } = htmlText(html);
  return { text, links: absoluteAddresses(links, address), media: absoluteAddresses(media, address) };
}

/** A headline in HTML, on one line. */
export function htmlTitle(html: string): string {
  return onOneLine(htmlText(html).text);
}

/**
 * The text of an article: the headline, an empty line, the body; without the headline where the body starts with it.
 * The headline is part of the text since it makes claims too, and only text can be annotated. Every format of articles
 * does it like this.
 * @param title empty where there is none
 * @param link its address, which is shown where it says nothing: some people publish a picture or a link alone
 * @returns an empty text where there is nothing at all
 */
export function article(
  title: string,
  body: string,
  link: string | null,
): Pick<KnownOfStory, 'text' | 'title' | 'segments'> {
  const headline = onOneLine(title);
  const says = headline === '' || startsWith(body, headline) ? body : [headline, body].join('\n\n').trimEnd();
  const text = says || (link ?? '');
  return {
    title: headline || null,
    text,
    segments: [{ kind: 'article', start: 0, end: text.length }],
  };
}

function startsWith(body: string, headline: string): boolean {
  const words = headline.replace(CUT, '');
  // Twice as much has room for the blanks that go away.
  const beginning = onOneLine(body.slice(0, headline.length * 2 + 100));
  if (words === '' || !beginning.startsWith(words)) return false;
  return words !== headline || words.length >= LONG || onOneLine(body.split('\n', 1).join('')) === words;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
