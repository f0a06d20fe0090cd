import type { JsonObject } from '../reading/shape.ts';
import { textsOf } from '../reading/shape.ts';

/** Who could read a post. Unlisted: everybody, but it is in no public timeline. */
export type Visibility = 'public' | 'unlisted' | 'followers' | 'direct';

const PUBLIC = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);

/** As Mastodon tells it by `to` and `cc`; null where neither is given. */
export function visibilityOf(object: JsonObject): Visibility | null {
  const to = textsOf(object.to);
  const cc = textsOf(object.cc);
  if (to.some((address) => PUBLIC.has(address))) return 'public';
  if (cc.some((address) => PUBLIC.has(address))) return 'unlisted';
  const all = [...to, ...cc];
  if (all.some(isFollowers)) return 'followers';
  return all.length > 0 ? 'direct' : null;
}

/** The people that a post names as its audience, without everybody and the followers of somebody. */
export function addressees(object: JsonObject): string[] {
  return [...textsOf(object.to), ...textsOf(object.cc)].filter(
    (address) => !PUBLIC.has(address) && !isFollowers(address),
  );
}

function isFollowers(address: string): boolean {
  return address.endsWith('/followers');
}
