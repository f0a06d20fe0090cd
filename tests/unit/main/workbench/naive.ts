import type { Facets, StoryFilter } from '../../../../app/contract.ts';
import type { Project } from '../../../../app/project.ts';
import type { Story } from '../../../../app/story.ts';

interface Given {
  stories: readonly Story[];
  project: Project;
  dumpId: string;
  facets: Facets;
  filter: StoryFilter;
}

/** The filter in the plainest words, over whole stories and whole tables. */
export function storiesOfProject({ stories, project, dumpId, facets, filter }: Given) {
  const handles = filter.sources.map((id) => facets.sources.find((entry) => entry.id === id)?.source?.handle);
  const passes = (story: Story) => {
    const key = `${dumpId}/${story.id}`;
    const claims = [...project.claims.values()].filter((claim) => claim.storyKey === key);
    const taggings = [...project.taggings.values()].filter((tagging) => tagging.storyKey === key);
    const tagsAbove = taggings.flatMap(({ tagId }) => [tagId, project.tags.get(tagId)?.parentId ?? tagId]);
    const state = project.reviews.get(key)?.state ?? 'unread';
    return (
      (handles.length === 0 || handles.includes(story.source?.handle)) &&
      (filter.languages.length === 0 || filter.languages.includes(story.lang)) &&
      (filter.reviews.length === 0 || filter.reviews.includes(state)) &&
      (filter.ratings.length === 0 ||
        claims.some(({ ratingId }) => filter.ratings.includes(ratingId ?? 'none'))) &&
      (filter.tags.length === 0 || tagsAbove.some((id) => filter.tags.includes(id))) &&
      (!filter.annotated || claims.length + taggings.length > 0)
    );
  };
  return stories
    .filter(passes)
    .map((story) => ({
      ordinal: story.ordinal,
      hits: filter.query === '' ? 0 : story.text.split(filter.query).length - 1,
    }))
    .filter(({ hits }) => filter.query === '' || hits > 0);
}
