import { apply } from '../../app/apply.ts';
import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';

/** What merging a tag into another does beyond its own uses: found out by doing it on a copy, which costs nothing. */
export function mergeEffect(project: Project, tag: Tag, into: Tag): { twins: number; children: number } {
  const merged = apply(project, { type: 'tag.merge', tagId: tag.id, into: into.id }).project;
  return {
    /** Uses on words that have the other tag already: of each pair one stays. */
    twins: project.taggings.size - merged.taggings.size,
    /** Tags below it that go along. */
    children: project.tags
      .valueSeq()
      .filter(({ parentId }) => parentId === tag.id)
      .count(),
  };
}
