import type { DumpRef } from '../dump-ref.ts';
import type { ProjectData } from '../project.ts';

/**
 * Which dump of theirs is which of mine, by their ids, at most one to one. Projects that were made apart give the same
 * file another id, and maybe another file the same one; so its SHA-256 decides, and id or name only where that does not
 * say that they differ. A file that was saved again since has another SHA-256: then one story in common is asked for.
 */
export function pairDumps(
  mine: ProjectData,
  theirs: ProjectData,
  base: ProjectData | null = null,
): Map<string, string> {
  const known = new Set(base?.dumps.map(({ id }) => id));
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const storiesOf = storyIds(mine);
  const theirStories = storyIds(theirs);
  const mayBeSame = (one: DumpRef, other: DumpRef) => {
    if (one.sha256 === null || other.sha256 === null || one.sha256 === other.sha256) return true;
    const ids = storiesOf.get(one.id);
    return [...(theirStories.get(other.id) ?? [])].some((id) => ids?.has(id));
  };
  // What both had before is the same by its id alone.
  const parted = (one: DumpRef, other: DumpRef) =>
    one.id !== other.id && (known.has(one.id) || known.has(other.id));
  const rules: ((one: DumpRef, other: DumpRef) => boolean)[] = [
    (one, other) => mine.id === theirs.id && one.id === other.id,
    (one, other) => one.sha256 !== null && one.sha256 === other.sha256,
    (one, other) => one.id === other.id && one.name === other.name && mayBeSame(one, other),
    (one, other) => one.name === other.name && one.bytes === other.bytes && mayBeSame(one, other),
    (one, other) => one.id === other.id && mayBeSame(one, other),
    (one, other) => one.name === other.name && mayBeSame(one, other),
  ];
  for (const isSame of rules) {
    for (const other of theirs.dumps) {
      if (pairs.has(other.id)) continue;
      const found = mine.dumps.find((one) => !taken.has(one.id) && isSame(one, other) && !parted(one, other));
      if (!found) continue;
      pairs.set(other.id, found.id);
      taken.add(found.id);
    }
  }
  return pairs;
}

function storyIds({ stories }: ProjectData): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { dumpId, storyId } of stories) {
    const known = ids.get(dumpId);
    if (known) known.add(storyId);
    else ids.set(dumpId, new Set([storyId]));
  }
  return ids;
}
