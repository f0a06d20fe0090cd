import type { Facets, StoryFilter } from '../../../../app/contract.ts';
import type { Project } from '../../../../app/project.ts';
import type { Story } from '../../../../app/story.ts';
import type { StorySort } from '../../../../app/story-sort.ts';

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

/** The order in the plainest words: those without a date or source last, equal ones as they stand in the dump. */
export function inOrder(
  stories: readonly Story[],
  { by, descending }: StorySort,
  project: Project,
  dumpId: string,
): Story[] {
  const annotations = ({ id }: Story) =>
    [project.claims, project.taggings, project.notes].flatMap((table) =>
      [...table.values()].filter(({ storyKey }) => storyKey === `${dumpId}/${id}`),
    ).length;
  const names = new Intl.Collator('ja', { numeric: true });
  const compare = (a: Story, b: Story): number => {
    switch (by) {
      case 'dump':
        return a.ordinal - b.ordinal;
      case 'date':
        return (a.publishedAt ?? '').localeCompare(b.publishedAt ?? '');
      case 'source':
        return names.compare(a.source?.name ?? '', b.source?.name ?? '');
      case 'length':
        return a.byteEnd - a.byteStart - (b.byteEnd - b.byteStart);
      case 'annotations':
        return annotations(a) - annotations(b);
    }
  };
  const known = (story: Story) =>
    by === 'date' ? story.publishedAt !== null : by === 'source' ? story.source !== null : true;
  const sorted = stories
    .filter(known)
    .sort((a, b) => (descending ? -1 : 1) * compare(a, b) || a.ordinal - b.ordinal);
  return [...sorted, ...stories.filter((story) => !known(story))];
}
