import type { Element } from 'domhandler';
import type { Relation, Source } from '../../story.ts';
import { type Moment, readMoment } from '../../text/dates.ts';
import type { Byline } from '../plain-text/byline.ts';
import { absoluteAddress } from '../reading/addresses.ts';
import { declaredLanguage } from '../reading/declared-language.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import type { KnownOfStory } from '../story-record.ts';
import { readAuthorLine, readEmbedText } from './author-line.ts';
import { isTelegramMessage, namedPost } from './embeds.ts';
import { type PostAddress, readPostAddress } from './post-address.ts';
import { momentOfPostId } from './post-id-time.ts';
import { readTelegramMessage } from './telegram-message.ts';
import { elementsBelow, nextElement, rawText, readElement } from './tree.ts';

/** What an embed says. */
export interface EmbeddedPost {
  story: KnownOfStory;
  /** The post's own words are there, and not only its address. */
  hasWords: boolean;
  /** The author line, where it stands behind the embed as a paragraph of its own. */
  authorLine: Element | null;
}

/**
 * Reads an embed; null for one that says nothing at all.
 * @param base address of the page around it; empty where nobody knows it
 */
export function readEmbeddedPost(element: Element, base: string): EmbeddedPost | null {
  const story = isTelegramMessage(element) ? readTelegramMessage(element, base) : null;
  if (story !== null) return { story, hasWords: true, authorLine: null };
  const { text: shown, media } = readElement(element);
  const inside = readEmbedText(shown);
  const authorLine = inside.byline === null ? authorLineBehind(element) : null;
  const byline = authorLine === null ? inside.byline : readAuthorLine(textOf(authorLine));
  const anchors = anchorsIn(authorLine === null ? [element] : [element, authorLine]);
  const address = namedPost(element) ?? permalinkAmong(anchors, byline);
  const link = address?.link ?? dateLinkAmong(anchors);
  // A frame has no text of its own: its post's address is all that the page says.
  const text = inside.post || shown || element.attribs.title?.trim() || link || '';
  if (text === '') return null;
  const moment = momentOf(byline, element) ?? (address === null ? null : momentOfPostId(address));
  return {
    authorLine,
    hasWords: inside.post !== '',
    story: {
      id: address?.id ?? null,
      source: sourceOf(byline, address),
      publishedAt: moment?.iso ?? null,
      precision: moment?.precision ?? 'none',
      lang: languageIn(element, text),
      links: linksAmong(anchors, address, link, base),
      media: media.map((picture) => absoluteAddress(picture, base) ?? picture),
      link,
      text,
    },
  };
}

/** How the article around an embed stands to it. */
export function quoteOf({ story: { id = null, link = null, source = null } }: EmbeddedPost): Relation {
  return { kind: 'quote', id, link, source };
}

interface Anchor {
  address: string;
  words: string;
}

function anchorsIn(elements: readonly Element[]): Anchor[] {
  return elements
    .flatMap((element) => [...elementsBelow(element)])
    .filter(({ name, attribs }) => name === 'a' && attribs.href)
    .map((anchor) => ({
      address: (anchor.attribs['data-expanded-url'] ?? anchor.attribs.href ?? '').trim(),
      words: rawText(anchor).replace(/\s+/gu, ' ').trim(),
    }));
}

/** The post's own address is the last one: those before it are what the post links to. */
function permalinkAmong(anchors: readonly Anchor[], byline: Byline | null): PostAddress | null {
  const posts = anchors.flatMap(({ address }) => readPostAddress(address) ?? []);
  const handle = byline?.source.handle?.toLowerCase() ?? '';
  return posts.findLast((post) => post.handle?.toLowerCase() === handle) ?? posts.at(-1) ?? null;
}

/** Some posts were pasted with shortened addresses only: then the one behind the date is the post's. */
function dateLinkAmong(anchors: readonly Anchor[]): string | null {
  return anchors.findLast(({ words }) => readMoment(words) !== null)?.address ?? null;
}

/** Where the post leads: neither to itself nor to accounts, hashtags and pictures, which the text has as marks. */
function linksAmong(
  anchors: readonly Anchor[],
  own: PostAddress | null,
  link: string | null,
  base: string,
): string[] {
  const links = anchors
    .filter(({ words }) => !/^(?:[@＠#＃$]|pic\.(?:twitter|x)\.com\/)/iu.test(words))
    .map(({ address }) => absoluteAddress(address, base))
    .filter((address) => address !== null && address !== link && readPostAddress(address)?.id !== own?.id);
  return [...new Set(links)].filter((address) => address !== null);
}

function momentOf(byline: Byline | null, element: Element): Moment | null {
  if (byline?.publishedAt) return { iso: byline.publishedAt, precision: byline.precision };
  const time = elementsBelow(element).find(({ name, attribs }) => name === 'time' && attribs.datetime);
  return time === undefined ? null : readTimestamp(time.attribs.datetime ?? '');
}

function sourceOf(byline: Byline | null, address: PostAddress | null): Source | null {
  if (byline !== null) return byline.source;
  return address?.handle ? { name: address.handle, handle: address.handle } : null;
}

/** The platform says it of the paragraph; what it says of the quotation is the language of its own buttons. */
function languageIn(element: Element, text: string): string | undefined {
  // What is written in kana is Japanese, although X takes some of it for other languages.
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return undefined;
  const paragraph = elementsBelow(element).find(({ name, attribs }) => name === 'p' && attribs.lang);
  return declaredLanguage([paragraph?.attribs.lang ?? ''], text) ?? undefined;
}

function authorLineBehind(element: Element): Element | null {
  const next = nextElement(element);
  return next?.name === 'p' && readAuthorLine(textOf(next)) !== null ? next : null;
}

function textOf(element: Element): string {
  return readElement(element).text;
}
