import type { StoryFilter } from '../../app/contract.ts';
import type { Project } from '../../app/project.ts';
import type { StoryKey, StoryRef } from '../../app/story.ts';
import { isAnnotated, ratingsOf, reviewOf, tagsOf } from '../../app/story-annotations.ts';

/** Parts of a filter that ask for what people added to a story. */
export const ANNOTATION_GROUPS = ['reviews', 'ratings', 'tags', 'annotated', 'stories'] as const;
export type AnnotationGroup = (typeof ANNOTATION_GROUPS)[number];

/**
 * What a part of a filter asks of the annotations of stories. `others`: whether a story without any passes, so that
 * only the stories of the project need to be looked at, however long the dump is.
 */
export interface Criteria {
  others: boolean;
  passes(key: StoryKey): boolean;
}

/** Null for a part that asks nothing. Lists allow any of their entries. */
export function criteriaOf(filter: StoryFilter, project: Project): Record<AnnotationGroup, Criteria | null> {
  const { reviews, ratings, tags, annotated, stories } = filter;
  const wantedTags = new Set(tags);
  const picked = new Set(stories);
  return {
    reviews:
      reviews.length === 0
        ? null
        : {
            others: reviews.includes('unread'),
            passes: (key) => reviews.includes(reviewOf(project, key)),
          },
    ratings:
      ratings.length === 0
        ? null
        : { others: false, passes: (key) => ratingsOf(project, key).some((id) => ratings.includes(id)) },
    tags:
      tags.length === 0
        ? null
        : {
            others: false,
            passes: (key) => !tagsOf(project, key).isDisjointFrom(wantedTags),
          },
    annotated: annotated ? { others: false, passes: (key) => isAnnotated(project, key) } : null,
    stories: stories.length === 0 ? null : { others: false, passes: (key) => picked.has(key) },
  };
}

/** The stories of a dump that are in the project. */
export function storiesOf(project: Project, dumpId: string): StoryRef[] {
  return [...project.stories.values()].filter((story) => story.dumpId === dumpId);
}
