import { annotationsOf, type Project } from './project.ts';
import type { ReviewState } from './review.ts';
import type { StoryKey } from './story.ts';

export function reviewOf(project: Project, key: StoryKey): ReviewState {
  return project.reviews.get(key)?.state ?? 'unread';
}

/** The ratings of a story's claims, `none` for a claim without. */
export function ratingsOf(project: Project, key: StoryKey): string[] {
  return annotationsOf(project, key).claims.map((id) => project.claims.get(id)?.ratingId ?? 'none');
}

/** The tags of a story, and those above them in the codebook: who asks for one of these asks for the story as well. */
export function tagsOf(project: Project, key: StoryKey): Set<string> {
  const tags = new Set<string>();
  for (const taggingId of annotationsOf(project, key).taggings) {
    let tagId = project.taggings.get(taggingId)?.tagId ?? null;
    while (tagId !== null && !tags.has(tagId)) {
      tags.add(tagId);
      tagId = project.tags.get(tagId)?.parentId ?? null;
    }
  }
  return tags;
}

export function isAnnotated(project: Project, key: StoryKey): boolean {
  return project.byStory.has(key) || project.alignments.has(key) || project.storyNotes.has(key);
}
