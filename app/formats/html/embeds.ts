import type { Element } from 'domhandler';
import { parseByline } from '../plain-text/byline.ts';
import { type PostAddress, readPostAddress } from './post-address.ts';
import { classesOf, elementsBelow, hasClass, readElement } from './tree.ts';

/** Classes that the platforms' own code gives to the quotation that stands for a post. */
const EMBEDS = new Set([
  'twitter-tweet',
  'twitter-video',
  'mastodon-embed',
  'bluesky-embed',
  'instagram-media',
  'text-post-media',
  'tiktok-embed',
  'reddit-embed-bq',
  'reddit-card',
]);
/** The attributes by which other elements of the platforms' code, and of AMP's, name the post that they stand for. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  iframe: ['data-tweet-id', 'data-misskey-embed-id'],
  script: ['data-telegram-post'],
  'twitter-widget': ['data-tweet-id'],
  'amp-twitter': ['data-tweetid'],
  'amp-instagram': ['data-shortcode'],
};
const FACEBOOK = new Set(['fb-post', 'fb-video']);
/** What platforms write into the addresses of their frames around the post's own address. */
const FRAMED_TWEET = /^(?:https?:)?\/\/platform\.(?:twitter|x)\.com\/embed\/.*[?&]id=(\d{1,20})/iu;
const FRAMED_SKEET =
  /^(?:https?:)?\/\/embed\.bsky\.app\/embed\/(did:[\w.:-]+)\/app\.bsky\.feed\.post\/(\w+)/iu;
const FRAMED_FACEBOOK =
  /^(?:https?:)?\/\/www\.facebook\.com\/plugins\/(?:post|video)\.php\?(?:.*&)?href=([^&]+)/iu;
const FRAMED_REDDIT = /^(?:https?:)?\/\/(?:embed\.reddit|www\.redditmedia)\.com\//iu;
const AT_URI = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/iu;

/** A quotation that lost its class is no larger, in elements. */
const BARE_LIMIT = 200;

/** True for an element that stands for a post of a platform. A link of class `twitter-tweet` is a button to share a page. */
export function isEmbed(element: Element): boolean {
  const { name, attribs } = element;
  const ofClass = (names: ReadonlySet<string>) => classesOf(element).some((word) => names.has(word));
  if (name === 'blockquote') return ofClass(EMBEDS) || isBareEmbed(element);
  if (name === 'div') return isTelegramMessage(element) || ('data-href' in attribs && ofClass(FACEBOOK));
  if (NAMED_BY[name]?.some((attribute) => attribs[attribute])) return true;
  return name === 'iframe' && (ofClass(EMBEDS) || isFrame(element));
}

/** A post on a saved page of a Telegram channel, or in Telegram's own frame. */
export function isTelegramMessage(element: Element): boolean {
  return 'data-post' in element.attribs && hasClass(element, 'tgme_widget_message');
}

/** The addresses that an embed's own code gives for its post, the surest first, in the form of `readPostAddress`. */
export function namedPost(element: Element): PostAddress | null {
  for (const address of addressesOf(element)) {
    const post = readPostAddress(address.startsWith('//') ? `https:${address}` : address);
    if (post !== null) return post;
  }
  return null;
}

function* addressesOf({ name, attribs }: Element): Generator<string> {
  const value = (attribute: string) => attribs[attribute]?.trim() ?? '';
  const tweet = value('data-tweet-id') || value('data-tweetid') || FRAMED_TWEET.exec(value('src'))?.[1];
  if (tweet) yield `https://x.com/i/status/${tweet}`;
  const telegram = value('data-telegram-post') || value('data-post');
  if (telegram) yield `https://t.me/${telegram}`;
  const [, did, key] = AT_URI.exec(value('data-bluesky-uri')) ?? FRAMED_SKEET.exec(value('src')) ?? [];
  if (did !== undefined) yield `https://bsky.app/profile/${did}/post/${key}`;
  const facebook = FRAMED_FACEBOOK.exec(value('src'))?.[1];
  if (facebook !== undefined) yield decoded(facebook);
  for (const attribute of [
    'data-embed-url',
    'data-instgrm-permalink',
    'data-text-post-permalink',
    'data-href',
  ]) {
    yield value(attribute);
  }
  yield value('cite');
  if (name === 'amp-instagram') yield `https://www.instagram.com/p/${value('data-shortcode')}/`;
  if (name === 'iframe') yield* [value('src'), value('data-src')];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function isFrame(element: Element): boolean {
  const src = element.attribs.src || element.attribs['data-src'] || '';
  if ([FRAMED_TWEET, FRAMED_SKEET, FRAMED_FACEBOOK, FRAMED_REDDIT].some((frame) => frame.test(src)))
    return true;
  return /\/embed(?:[/?#]|$)|[?&]embed=1/iu.test(src) && namedPost(element) !== null;
}

/** A quotation that lost its class where it was pasted: its author line and the link to the post are still there. */
function isBareEmbed(element: Element): boolean {
  let hasLink = false;
  let elements = 0;
  for (const { name, attribs } of elementsBelow(element)) {
    elements++;
    if (name === 'blockquote' || elements > BARE_LIMIT) return false;
    hasLink ||= name === 'a' && readPostAddress(attribs.href ?? '') !== null;
  }
  if (!hasLink) return false;
  return readElement(element)
    .text.split('\n')
    .some((line) => parseByline(line) !== null);
}
