import type { Source } from '../../story.ts';

const STATUS =
  /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:#!\/)?(\w{1,20})\/(?:web\/)?status(?:es)?\/(\d{1,20})(?:[/?#]|$)/iu;

/** True for what X uses as the id of a post. */
export const isPostId = (id: string) => /^\d{1,20}$/u.test(id);

/** A name that X could have given; null for all else. */
export function handleOf(name: string): string | null {
  const handle = name.replace(/^@/u, '');
  return /^\w{1,20}$/u.test(handle) ? handle : null;
}

/** A post's address. X shows it whatever the name in it is, so that `i` stands for one that is not known. */
export function postAddress(source: Source | null, id: string): string | null {
  return isPostId(id) ? `https://x.com/${source?.handle ?? 'i'}/status/${id}` : null;
}

/** The post that an address is of. `handle` is null where it stands for anybody. */
export function postOfAddress(address: string): { handle: string | null; id: string } | null {
  const [, handle, id] = STATUS.exec(address) ?? [];
  if (handle === undefined || id === undefined) return null;
  return { handle: handle.toLowerCase() === 'i' ? null : handle, id };
}
