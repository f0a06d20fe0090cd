import type { Command } from '../../app/commands.ts';
import { keyBetween, keysInOrder } from '../../app/order-key.ts';
import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { codebook, tagsAbove } from '../tags/codebook.ts';

type Tags = Pick<Project, 'tags'>;

/** A place in the codebook: under a tag, or at the top for null; before a sibling, or at the end for null. */
export interface TagPlace {
  parentId: string | null;
  beforeId: string | null;
}

/** Puts a tag somewhere else; null where it stands there already, or would stand below itself. */
export function moveTag(project: Tags, tag: Tag, place: TagPlace, locale: string): Command | null {
  const { parentId, beforeId } = place;
  if (beforeId === tag.id) return null;
  const parent = parentId === null ? null : (project.tags.get(parentId) ?? null);
  if (parent && [parent, ...tagsAbove(project, parent)].some(({ id }) => id === tag.id)) return null;
  const all = siblingsOf(project, parentId, locale);
  const others = all.filter(({ id }) => id !== tag.id);
  const at = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId);
  if (at < 0 || (tag.parentId === parentId && all.indexOf(tag) === at)) return null;
  const order = orderBetween(others[at - 1], others[at]);
  if (order !== null) return edit(tag, { parentId, order });
  // Nobody has ordered this level yet: as it is shown now is how it stays.
  const keys = keysInOrder(others.length + 1);
  const moved = others.toSpliced(at, 0, tag);
  return {
    type: 'batch',
    commands: moved.map((each, index) => {
      const changes = { order: keys[index] as string };
      return edit(each, each === tag ? { parentId, ...changes } : changes);
    }),
  };
}

/** The places that the keys lead to; null where they lead nowhere. */
export function placeByKey(
  project: Tags,
  tag: Tag,
  direction: 'up' | 'down' | 'in' | 'out',
  locale: string,
): TagPlace | null {
  const siblings = siblingsOf(project, tag.parentId, locale);
  const at = siblings.indexOf(tag);
  const { parentId } = tag;
  switch (direction) {
    case 'up': {
      const before = siblings[at - 1];
      return before ? { parentId, beforeId: before.id } : null;
    }
    case 'down':
      return siblings[at + 1] ? { parentId, beforeId: siblings[at + 2]?.id ?? null } : null;
    case 'in': {
      const before = siblings[at - 1];
      return before ? { parentId: before.id, beforeId: null } : null;
    }
    case 'out': {
      const parent = parentId === null ? undefined : project.tags.get(parentId);
      if (!parent) return null;
      const uncles = siblingsOf(project, parent.parentId, locale);
      return { parentId: parent.parentId, beforeId: uncles[uncles.indexOf(parent) + 1]?.id ?? null };
    }
  }
}

export function siblingsOf(project: Tags, parentId: string | null, locale: string): Tag[] {
  return codebook(project, locale)
    .map(({ tag }) => tag)
    .filter((tag) => tag.parentId === parentId);
}

/** Null where the neighbours leave no room, since they, or those before them, have no order. */
function orderBetween(before: Tag | undefined, after: Tag | undefined): string | null {
  const low = before?.order ?? null;
  const high = after?.order || null;
  if (low === '' || (low !== null && high !== null && low >= high)) return null;
  return keyBetween(low, high);
}

function edit(tag: Tag, changes: Partial<Pick<Tag, 'parentId' | 'order'>>): Command {
  return { type: 'tag.edit', tagId: tag.id, changes };
}
