import { foldName } from '../apply/tags.ts';
import { isSame } from '../project-diff.ts';
import type { Tag } from '../tag.ts';
import type { FieldConflict } from './conflict.ts';

const PLACE = ['name', 'parentId', 'shortcut'] as const;

/**
 * The merged tags as a codebook: each below one that is there, none above itself, siblings told apart by their names,
 * no keys given twice. What both sides did may contradict that together; then what is theirs gives way, with a conflict
 * for a person to look at: a new tag of theirs is called otherwise, or has no keys.
 * @param merged what came of the two sides, tag by tag
 * @param removed tags that stand in neither any more: what stood below one moves up
 */
export function asCodebook(
  merged: readonly Tag[],
  mine: readonly Tag[],
  removed: ReadonlyMap<string, Tag>,
): { tags: Tag[]; clashes: Map<string, FieldConflict[]> } {
  const clashes = new Map<string, FieldConflict[]>();
  const ids = new Set(merged.map(({ id }) => id));
  const wanted = merged.map((tag) => ({ ...tag, parentId: placeIn(tag.parentId, ids, removed) }));
  if (isCodebook(wanted)) return { tags: wanted, clashes };

  const own = new Map(mine.map((tag) => [tag.id, tag]));
  let tags: Tag[] = [];
  for (const tag of wanted) {
    const before = own.get(tag.id);
    if (!before) continue;
    const { name, shortcut } = before;
    tags.push({ ...tag, name, shortcut, parentId: placeIn(before.parentId, ids, removed) });
  }
  // One of mine whose parent went with theirs may stand beside another of its name now.
  for (const tag of [...tags]) tags = withTag(tags, fitting(tags, tag));

  let pending = wanted.filter((tag) => !isSame(place(tag), place(tags.find(({ id }) => id === tag.id))));
  for (let progress = true; progress; ) {
    const left: Tag[] = [];
    for (const tag of pending) {
      const tried = withTag(tags, tag);
      if (isCodebook(tried)) tags = tried;
      else left.push(tag);
    }
    progress = left.length < pending.length;
    pending = left;
  }
  const fresh = pending.filter(({ id }) => !own.has(id));
  while (fresh.length > 0) {
    // From the top down, or one would lose its place to a question about the one above it.
    const ready = fresh.findIndex(
      ({ parentId }) => parentId === null || tags.some(({ id }) => id === parentId),
    );
    const [tag] = fresh.splice(Math.max(0, ready), 1) as [Tag];
    const fitted = fitting(tags, tag);
    tags = withTag(tags, fitted);
    for (const field of PLACE) if (fitted[field] !== tag[field]) clash(tag, fitted, field);
  }
  // Of one of mine a part of the change may do; and what makes way for one makes way for another.
  let parts = pending
    .filter(({ id }) => own.has(id))
    .flatMap((tag) => PLACE.map((field) => ({ tag, field })));
  for (let progress = true; progress; ) {
    const left = parts.filter(({ tag, field }) => {
      const now = tags.find(({ id }) => id === tag.id) as Tag;
      const tried = withTag(tags, { ...now, [field]: tag[field] });
      const fits = now[field] === tag[field] || isCodebook(tried);
      if (fits) tags = tried;
      return !fits;
    });
    progress = left.length < parts.length;
    parts = left;
  }
  for (const { tag, field } of parts) clash(tag, tags.find(({ id }) => id === tag.id) as Tag, field);
  return { tags: [...tags].sort((a, b) => (a.id < b.id ? -1 : 1)), clashes };

  function clash(wished: Tag, now: Tag, field: (typeof PLACE)[number]): void {
    const conflict = { field, entry: null, base: undefined, mine: now[field], theirs: wished[field] };
    clashes.set(wished.id, [...(clashes.get(wished.id) ?? []), conflict]);
  }
}

/** Whether commands would take such tags. */
function isCodebook(tags: readonly Tag[]): boolean {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const names = new Set(tags.map(({ parentId, name }) => JSON.stringify([parentId, foldName(name)])));
  const shortcuts = tags.map(({ shortcut }) => shortcut).filter((keys) => keys !== '');
  return (
    names.size === tags.length &&
    new Set(shortcuts).size === shortcuts.length &&
    tags.every((tag) => {
      const seen = new Set([tag.id]);
      for (let above = tag.parentId; above !== null; above = byId.get(above)?.parentId ?? null) {
        if (!byId.has(above) || seen.has(above)) return false;
        seen.add(above);
      }
      return true;
    })
  );
}

/** The tag as it can stand among others: above nothing that it is below, with a name and keys that nothing else has. */
function fitting(tags: readonly Tag[], tag: Tag): Tag {
  const { name } = tag;
  for (let number = 1; ; number += 1) {
    const named = { ...tag, name: number === 1 ? name : `${name} (${number})` };
    for (const change of [{}, { shortcut: '' }, { parentId: null }, { shortcut: '', parentId: null }]) {
      const tried = { ...named, ...change };
      if (isCodebook(withTag(tags, tried))) return tried;
    }
  }
}

function withTag(tags: readonly Tag[], tag: Tag): Tag[] {
  return [...tags.filter(({ id }) => id !== tag.id), tag];
}

function place(tag: Tag | undefined): unknown {
  return tag && PLACE.map((field) => tag[field]);
}

function placeIn(
  parentId: string | null,
  ids: ReadonlySet<string>,
  removed: ReadonlyMap<string, Tag>,
): string | null {
  const seen = new Set<string>();
  let above = parentId;
  while (above !== null && !ids.has(above) && !seen.has(above)) {
    seen.add(above);
    above = removed.get(above)?.parentId ?? null;
  }
  return above !== null && ids.has(above) ? above : null;
}
