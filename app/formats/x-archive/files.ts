/**
 * Files of an archive that hold posts of its owner, by the name that they give themselves
 * (`window.YTD.<name>.part0`). Archives up to 2022 say `tweet`, and those up to 2018 had a file a month.
 */
const POSTS = /^(?:(?:deleted_|community_|twitter_circle_)?tweets?)$/u;
const LONG_POSTS = /^(?:deleted_)?note_tweets?$/u;

const YTD = /^\s*window\.YTD\.(\w+)\.part\d+\s*=\s*/u;
const MONTH = /^\s*Grailbird\.data\.tweets_\d{4}_\d{2}\s*=\s*/u;
/** What people make of the first line so that their own programs can read the file. */
const OTHER =
  /^\s*(?:(?:module\.)?exports(?:\.\w+)?\s*=|(?:var|let|const)\s+\w+\s*=|export\s+default\b|(?=\[))\s*/u;

/** What an archive's file says that it holds: posts, other data, or nothing; null where it does not say. */
export type Kind = 'posts' | 'long-posts' | 'other' | null;

export function kindOf(text: string): Kind {
  const name = YTD.exec(text)?.[1];
  if (name === undefined) return MONTH.test(text) ? 'posts' : null;
  if (POSTS.test(name)) return 'posts';
  return LONG_POSTS.test(name) ? 'long-posts' : 'other';
}

/** True for files of what the owner has deleted. */
export function isDeleted(text: string): boolean {
  return YTD.exec(text)?.[1]?.startsWith('deleted_') === true;
}

/** True for a list behind a first line that people wrote, or behind none. */
export function isBareList(text: string): boolean {
  return text.slice(OTHER.exec(text)?.[0].length ?? 0).startsWith('[');
}

/** Files beside one of posts: `tweets.js` and `tweets-part1.js`, or `deleted-tweets.js`. */
const POSTS_FILE = /^(deleted-|community-|twitter-circle-)?tweets?(?:-part\d+)?\.js$/u;
const LONG_POSTS_FILE = /^(deleted-)?note-tweets?(?:-part\d+)?\.js$/u;

/** Those of an archive's files that may hold posts of the same state, deleted or not, as `name`. */
export function postsFiles(names: readonly string[], name: string): string[] {
  return names.filter((other) => POSTS_FILE.test(other) && isOfDeleted(other) === isOfDeleted(name)).sort();
}

/** Those of an archive's files that may hold the whole words of the posts in `name`. */
export function longPostsFiles(names: readonly string[], name: string): string[] {
  return names
    .filter((other) => LONG_POSTS_FILE.test(other) && isOfDeleted(other) === isOfDeleted(name))
    .sort();
}

const isOfDeleted = (name: string) => name.includes('deleted-');

/**
 * Data that is not posts: what the owner liked, was shown, was told, or has set. Not here are a few that hold words of
 * the owner (articles, notes of their own on other people's posts): who has some should be told that they were left out.
 */
const OTHER_DATA = [
  'account(?:-[a-z-]+)?',
  'ads?-[a-z-]+',
  'ageinfo',
  'app',
  'article-metadata',
  'audio-video-calls-[a-z-]+',
  'block',
  'bookmarks?',
  'branch-links',
  'catalog-item',
  'commerce-catalog',
  'community-note-(?:batsignal|rating|tombstone)',
  'connected-application',
  'contact',
  'deleted-tweet-headers',
  'device-token',
  'direct-messages?(?:-[a-z-]+)?',
  'email-address-change',
  'expanded-profile',
  'follow(?:er|ing)',
  'grok-chat-item',
  'ip-audit',
  'key-registry',
  'likes?',
  'lists-[a-z]+',
  'manifest',
  'moment',
  'mute',
  'ni-devices',
  'payload_details',
  'periscope-[a-z-]+',
  'personalization',
  'phone-number',
  'product-(?:drop|set)',
  'professional-data',
  'profile',
  'protected-history',
  'reply-prompt',
  'saved-search',
  'screen-name-change',
  'shop-module',
  'shopify-account',
  'smartblock',
  'spaces-metadata',
  'sso',
  'tweet-headers',
  'tweet_index',
  'tweetdeck',
  'twitter-article-metadata',
  'twitter-circle(?:-member)?',
  'twitter-shop',
  'user-link-clicks',
  'user_details',
  'verified(?:-organization)?',
];

/** Also the page by which an archive shows itself in a browser, and its pictures. */
export const COMPANIONS = new RegExp(
  [
    String.raw`(?:^|[/.])(?:${OTHER_DATA.join('|')})(?:-part\d+)?\.js$`,
    String.raw`(?:^|/)Your archive\.html$`,
    String.raw`(?:^|/)data/README\.txt$`,
    String.raw`(?:^|/)data/\w+_media/[^/]+\.(?:gif|jpe?g|mp4|png|webp)$`,
    String.raw`(?:^|/)assets/(?:fonts|images|js)/.+\.(?:eot|gif|ico|js|png|svg|ttf|woff2?)$`,
  ].join('|'),
  'u',
);
