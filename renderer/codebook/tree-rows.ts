import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { codebook, fold, pathOf, tagsAbove } from '../tags/codebook.ts';

/** A row of the tree, with what https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ wants to be told. */
export interface TreeRow {
  tag: Tag;
  depth: number;
  /** 1-based place among its siblings, and how many those are. */
  place: number;
  siblings: number;
  /** null: there is nothing below it. */
  open: boolean | null;
}

/**
 * The rows in sight: what stands below a closed tag is not; a text shows the tags whose names hold it, with those
 * above them, all open.
 */
export function treeRows(
  project: Pick<Project, 'tags'>,
  closed: ReadonlySet<string>,
  text: string,
  locale: string,
): TreeRow[] {
  const wanted = fold(text);
  const all = codebook(project, locale);
  const shown = new Set<string>();
  for (const { tag } of all) {
    if (wanted !== '' && !fold(pathOf(project, tag)).includes(wanted)) continue;
    shown.add(tag.id);
    for (const { id } of tagsAbove(project, tag)) shown.add(id);
  }
  const visible = all.filter(
    ({ tag }) =>
      shown.has(tag.id) && (wanted !== '' || !tagsAbove(project, tag).some(({ id }) => closed.has(id))),
  );
  const children = Map.groupBy(
    all.filter(({ tag }) => shown.has(tag.id)),
    ({ tag }) => tag.parentId,
  );
  return visible.map(({ tag, depth }) => {
    const level = children.get(tag.parentId) ?? [];
    return {
      tag,
      depth,
      place: level.findIndex((other) => other.tag.id === tag.id) + 1,
      siblings: level.length,
      open: children.has(tag.id) ? wanted !== '' || !closed.has(tag.id) : null,
    };
  });
}
