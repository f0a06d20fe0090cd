import type { StoryFilter } from '../../app/contract.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import type { StoryKey, StoryRef } from '../../app/story.ts';

/**
 * What a filter asks of the annotations of stories. `others`: whether a story without any passes, so that
 * only the stories of the project need to be looked at, however long the dump is.
 */
export interface Criteria {
  others: boolean;
  passes(key: StoryKey): boolean;
}

/** Null where the filter asks nothing of annotations. Lists allow any of their entries; all lists must allow. */
export function criteriaOf(filter: StoryFilter, project: Project): Criteria | null {
  const { reviews, ratings, tags, annotated } = filter;
  if (reviews.length + ratings.length + tags.length === 0 && !annotated) return null;
  const wantedTags = withDescendants(project, tags);
  return {
    others: ratings.length + tags.length === 0 && !annotated && reviews.includes('unread'),
    passes(key) {
      const { claims, taggings, notes } = annotationsOf(project, key);
      if (annotated && claims.length + taggings.length + notes.length === 0) return false;
      if (reviews.length > 0 && !reviews.includes(project.reviews.get(key)?.state ?? 'unread')) return false;
      if (
        ratings.length > 0 &&
        !claims.some((id) => ratings.includes(project.claims.get(id)?.ratingId ?? 'none'))
      )
        return false;
      return (
        tags.length === 0 || taggings.some((id) => wantedTags.has(project.taggings.get(id)?.tagId ?? ''))
      );
    },
  };
}

/** The stories of a dump that are in the project. */
export function storiesOf(project: Project, dumpId: string): StoryRef[] {
  return [...project.stories.values()].filter((story) => story.dumpId === dumpId);
}

/** Who asks for a tag asks for what stands under it in the codebook as well. */
function withDescendants(project: Project, tags: readonly string[]): Set<string> {
  const wanted = new Set(tags);
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const tag of project.tags.values())
      if (tag.parentId !== null && wanted.has(tag.parentId)) wanted.add(tag.id);
  }
  return wanted;
}
