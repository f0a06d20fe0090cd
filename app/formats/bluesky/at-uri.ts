const AT_URI = /^at:\/\/([^/]+)(?:\/([\w.-]+)\/([\w.:~-]+))?$/u;

export const POST = 'app.bsky.feed.post';
export const REPOST = 'app.bsky.feed.repost';
export const PROFILE = 'app.bsky.actor.profile';

/** Where Bluesky's site shows records of a collection. */
const PAGES: Readonly<Record<string, string>> = {
  [POST]: 'post',
  'app.bsky.feed.generator': 'feed',
  'app.bsky.graph.list': 'lists',
};

/** The parts of `at://<did or handle>/<collection>/<rkey>`; null for anything else. */
export function partsOf(uri: string): { repo: string; collection: string; rkey: string } | null {
  const [, repo, collection, rkey] = AT_URI.exec(uri) ?? [];
  return repo === undefined || collection === undefined || rkey === undefined
    ? null
    : { repo, collection, rkey };
}

/** The page that shows a record; null for records that have none. */
export function pageOf(uri: string | null): string | null {
  const parts = uri === null ? null : partsOf(uri);
  if (parts === null || !Object.hasOwn(PAGES, parts.collection)) return null;
  return `https://bsky.app/profile/${parts.repo}/${PAGES[parts.collection]}/${parts.rkey}`;
}
