import { foldName } from '../apply/tags.ts';
import type { ProjectData } from '../project.ts';
import type { Tag } from '../tag.ts';

/**
 * Which tag of theirs is which of mine, by their ids, at most one to one: the same id where both projects have one
 * origin, else the same names from the top of the codebook down, letters' case and width aside.
 */
export function pairTags(
  mine: ProjectData,
  theirs: ProjectData,
  base: ProjectData | null = null,
): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const take = (other: string, one: string) => {
    pairs.set(other, one);
    taken.add(one);
  };
  if (mine.id === theirs.id) {
    const ids = new Set(mine.tags.map(({ id }) => id));
    for (const { id } of theirs.tags) if (ids.has(id)) take(id, id);
  }
  const known = new Set(base?.tags.map(({ id }) => id));
  const byPath = new Map(mine.tags.map((tag) => [tagPath(tag, mine.tags), tag.id]));
  for (const tag of theirs.tags) {
    if (pairs.has(tag.id) || known.has(tag.id)) continue;
    const found = byPath.get(tagPath(tag, theirs.tags));
    if (found !== undefined && !taken.has(found) && !known.has(found)) take(tag.id, found);
  }
  return pairs;
}

/** The names from the top down as one string; no two tags of a codebook have the same. */
export function tagPath(tag: Tag, tags: readonly Tag[]): string {
  const byId = new Map(tags.map((each) => [each.id, each]));
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: Tag | undefined = tag; at && !seen.has(at.id); at = byId.get(at.parentId ?? '')) {
    seen.add(at.id);
    names.unshift(foldName(at.name));
  }
  return JSON.stringify(names);
}
