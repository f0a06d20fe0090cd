import type { Project } from '../project.ts';
import type { Tag } from '../tag.ts';

/** A tag's name after those of its parents, outermost first. A parent that is missing, or a loop, ends the path. */
export function tagPath(project: Project, tagId: string): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let id: string | null = tagId; id !== null && !seen.has(id); ) {
    seen.add(id);
    const tag: Tag | undefined = project.tags.get(id);
    if (!tag) break;
    path.unshift(tag.name);
    id = tag.parentId;
  }
  return path.length > 0 ? path : [tagId];
}
