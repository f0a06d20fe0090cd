import { EVERY_STORY, type StoryFilter } from '../../../../app/contract.ts';
import type { Facets } from '../../../../app/facets.ts';
import type { Project } from '../../../../app/project.ts';
import { REVIEW_STATES } from '../../../../app/review.ts';
import type { Story } from '../../../../app/story.ts';
import type { StorySort } from '../../../../app/story-sort.ts';

interface Given {
  stories: readonly Story[];
  project: Project;
  dumpId: string;
  /** Of the whole dump: what source ids stand for. */
  facets: Facets;
  filter: StoryFilter;
}

function annotationsOf({ project, dumpId }: Pick<Given, 'project' | 'dumpId'>, { id }: Story) {
  const key = `${dumpId}/${id}`;
  const own = <T extends { storyKey: string }>(table: { values(): Iterable<T> }) =>
    [...table.values()].filter(({ storyKey }) => storyKey === key);
  return {
    ratings: own(project.claims).map(({ ratingId }) => ratingId ?? 'none'),
    tags: own(project.taggings).flatMap(({ tagId }) => [tagId, project.tags.get(tagId)?.parentId ?? tagId]),
    state: project.reviews.get(key)?.state ?? 'unread',
    count: own(project.claims).length + own(project.taggings).length + own(project.notes).length,
  };
}

/** Hits of each query that is asked here, in plain words; null where it does not find the story. */
const QUERIES: Record<
  string,
  (story: Story, annotations: ReturnType<typeof annotationsOf>) => number | null
> = {
  '': () => 0,
  車: ({ text }) => times(text, '車') || null,
  car: ({ text }) => times(text.toLowerCase(), 'car') || null,
  '"march 5"': ({ text }) => times(text, 'March 5') || null,
  '=march': () => null,
  '橋を3 無料': ({ text }) => (times(text, '橋を3') && times(text, '橋を3') + times(text, '無料')) || null,
  '/橋を[0-9]5/ OR cars': ({ text }) => (text.match(/橋を[0-9]5|cars/gu) ?? []).length || null,
  'tag:TRAFFIC': (_, { tags }) => (tags.includes('traffic') ? 0 : null),
  'car -tag:money': ({ text }, { tags }) => (tags.includes('money') ? null : times(text, 'car') || null),
  '-has:claim': (_, { ratings }) => (ratings.length === 0 ? 0 : null),
  'verdict:疑義あり OR state:レビュー済み': (_, { ratings, state }) =>
    ratings.includes('disputed') || state === 'reviewed' ? 0 : null,
  'verdict:none has:review': (_, { ratings, state }) =>
    ratings.includes('none') && state !== 'unread' ? 0 : null,
  'source:NQ lang:en date:2026-03-02..': ({ source, lang, publishedAt }) =>
    source?.handle === 'nqwire' && lang === 'en' && (publishedAt ?? '') >= '2026-03-02' ? 0 : null,
  nowhere: () => null,
};
export const QUERY_TEXTS = Object.keys(QUERIES);

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

export function dayOf({ publishedAt }: Story): number | null {
  return publishedAt === null ? null : Date.parse(publishedAt.slice(0, 10)) / 86_400_000;
}

/** The filter in the plainest words, over whole stories and whole tables. */
function passing({ stories, facets, filter, ...given }: Given): Story[] {
  const handles = filter.sources.map((id) => facets.sources.find((entry) => entry.id === id)?.source?.handle);
  return stories.filter((story) => {
    const annotations = annotationsOf(given, story);
    const { ratings, tags, state, count } = annotations;
    const day = dayOf(story);
    return (
      (handles.length === 0 || handles.includes(story.source?.handle)) &&
      (filter.languages.length === 0 || filter.languages.includes(story.lang)) &&
      (filter.days === null || (day !== null && filter.days.from <= day && day <= filter.days.to)) &&
      (filter.reviews.length === 0 || filter.reviews.includes(state)) &&
      (filter.ratings.length === 0 || ratings.some((id) => filter.ratings.includes(id))) &&
      (filter.tags.length === 0 || tags.some((id) => filter.tags.includes(id))) &&
      (!filter.annotated || count > 0) &&
      (filter.stories.length === 0 || filter.stories.includes(`${given.dumpId}/${story.id}`)) &&
      QUERIES[filter.query]?.(story, annotations) !== null
    );
  });
}

export function storiesOfProject(given: Given) {
  return passing(given).map((story) => ({
    ordinal: story.ordinal,
    hits: QUERIES[given.filter.query]?.(story, annotationsOf(given, story)) ?? 0,
  }));
}

/** Each kind counted over the stories that pass the filter without its own part. */
export function facetsOfProject(given: Given) {
  const without = (part: keyof StoryFilter) =>
    passing({ ...given, filter: { ...given.filter, [part]: EVERY_STORY[part] } });
  const days = without('days').map(dayOf);
  const annotations = (part: 'reviews' | 'ratings' | 'tags' | 'annotated') =>
    without(part).map((story) => annotationsOf(given, story));
  const states = annotations('reviews').map(({ state }) => state);
  return {
    stories: passing(given).length,
    complete: true,
    sources: counts(without('sources').map(({ source }) => source?.handle ?? '')),
    languages: counts(without('languages').map(({ lang }) => lang)),
    reviews: Object.fromEntries(
      REVIEW_STATES.map((state) => [state, states.filter((other) => other === state).length]),
    ),
    ratings: counts(annotations('ratings').flatMap(({ ratings }) => [...new Set(ratings)])),
    tags: counts(annotations('tags').flatMap(({ tags }) => [...new Set(tags)])),
    annotated: annotations('annotated').filter(({ count }) => count > 0).length,
    days: Object.entries(counts(days.filter((day) => day !== null).map(String)))
      .map(([day, stories]) => [Number(day), stories])
      .sort(([a = 0], [b = 0]) => a - b),
    undated: days.filter((day) => day === null).length,
  };
}

function counts(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(values)].map((value) => [value, values.filter((other) => other === value).length]),
  );
}

/** The order in the plainest words: those without a date or source last, equal ones as they stand in the dump. */
export function inOrder(
  stories: readonly Story[],
  { by, descending }: StorySort,
  project: Project,
  dumpId: string,
): Story[] {
  const annotations = (story: Story) => annotationsOf({ project, dumpId }, story).count;
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
