/** The address of one post on a platform. */
export interface PostAddress {
  /** Without what follows the post's own path: `?ref_src=…`, `/photo/1`, `/embed`. */
  link: string;
  /** The platform's id of the post. */
  id: string;
  /** Whose post it is, without the leading `@`; null where the address does not tell. */
  handle: string | null;
}

const HOST = '[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}(?::\\d{1,5})?';
const REST = '(?=[/?#]|$)';

/** Addresses of posts: the first group is the handle, the second the id. */
const POSTS = [
  // X; `/statuses/` was written until 2014, `#!` until 2012.
  `(?:(?:www|mobile|m)\\.)?(?:twitter|x)\\.com/(?:#!/)?(?:i/web|i|@?(\\w{1,40}))/status(?:es)?/(\\d{1,20})`,
  `bsky\\.app/profile/([\\w.:-]{1,255})/post/(\\w{1,32})`,
  `(?:www\\.)?instagram\\.com/(?:([\\w.]{1,40})/)?(?:p|reel|tv)/([\\w-]{1,40})`,
  `(?:t|telegram)\\.me/(?:s/)?(\\w{3,40})/(\\d{1,20})`,
  `(?:www\\.)?threads\\.(?:net|com)/@([\\w.]{1,40})/post/([\\w-]{1,40})`,
  `(?:www\\.|m\\.)?tiktok\\.com/@([\\w.]{1,40})/video/(\\d{1,24})`,
  `(?:www\\.|m\\.)?facebook\\.com/([\\w.]{1,80})/(?:posts|videos)/(?:[^/?#]{1,300}/)?(\\w{4,80})`,
  `(?:www\\.|old\\.|embed\\.)?reddit\\.com/(?:r|user)/([\\w-]{1,40})/comments/(\\w{1,16})`,
  // Mastodon and whatever speaks its language.
  `${HOST}/@([\\w.-]{1,80}(?:@[\\w.-]{1,255})?)/(\\d{5,24})`,
  `${HOST}/users/([\\w.-]{1,80})/statuses/(\\w{5,40})`,
  // Misskey, where notes do not tell whose they are.
  `${HOST}/(?:embed/)?()notes/([a-z0-9]{10,32})`,
].map((address) => new RegExp(`^https?://${address}${REST}`, 'iu'));

/** Reads the address of a post; null for any other. */
export function readPostAddress(address: string): PostAddress | null {
  for (const expression of POSTS) {
    const [link, handle, id] = expression.exec(address) ?? [];
    if (link !== undefined && id !== undefined) {
      return { link: link.replace('/embed/notes/', '/notes/'), id, handle: handle || null };
    }
  }
  return null;
}
