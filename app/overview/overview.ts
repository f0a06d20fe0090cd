import { annotationsOf, type Project } from '../project.ts';
import type { ReviewState } from '../review.ts';
import type { Source, StoryKey } from '../story.ts';
import { tagsOf } from '../story-annotations.ts';
import { dayOfIso } from '../text/dates.ts';
import { type CitedLink, EvidenceLinks } from './links.ts';
import { Tallies, type Tally } from './tally.ts';
import { type Standing, type Verdicts, VerdictTable } from './verdicts.ts';
import { type Workload, WorkloadCounter } from './workload.ts';

/**
 * Where the work on one dump stands. Every number comes with the stories behind it, so that it can be followed to
 * them. Verdicts are counted by claim.
 */
export interface Overview {
  claims: number;
  /** By rating id, `none` for claims without a verdict. */
  ratings: ReadonlyMap<string, Tally>;
  /** Most claims first; null: stories without a byline. */
  sources: { source: Source | null; verdicts: Verdicts }[];
  /** Days since 1970-01-01, in order; null, at the end: stories without a date. */
  days: { day: number | null; verdicts: Verdicts }[];
  /** Most claims first. A claim counts for each tag of its story, and for the tags above that. */
  tags: { tagId: string; verdicts: Verdicts }[];
  /** Stories by review state; those that nobody looked at are not among them. */
  reviews: Readonly<Record<Exclude<ReviewState, 'unread'>, Tally>>;
  people: Workload[];
  links: CitedLink[];
}

export function overviewOf(project: Project, dumpId: string): Overview {
  const standings = new Map<string | null, Standing>(
    project.scale.ratings.map(({ id, outcome }) => [id, outcome]),
  );
  const ratings = new Tallies<string>();
  const sources = new VerdictTable<string>();
  const named = new Map<string, Source | null>();
  const days = new VerdictTable<number | null>();
  const tags = new VerdictTable<string>();
  const reviews = new Tallies<ReviewState>();
  const people = new WorkloadCounter();
  const links = new EvidenceLinks();
  let claims = 0;

  for (const [key, story] of project.stories) {
    if (story.dumpId !== dumpId) continue;
    people.add(project, key);
    const state = project.reviews.get(key)?.state ?? 'unread';
    if (state !== 'unread') reviews.add(state, key);
    const ids = annotationsOf(project, key).claims;
    if (ids.length === 0) continue;
    const source = nameOf(story.source);
    named.set(source, story.source);
    const day = story.publishedAt === null ? null : dayOfIso(story.publishedAt);
    const tagIds = tagsOf(project, key);
    for (const id of ids) {
      const claim = project.claims.get(id);
      if (!claim) continue;
      claims += 1;
      const standing = standings.get(claim.ratingId) ?? 'unrated';
      ratings.add(claim.ratingId ?? 'none', key);
      sources.add(source, standing, key);
      days.add(day, standing, key);
      for (const tagId of tagIds) tags.add(tagId, standing, key);
      links.add(claim, key);
    }
  }
  return {
    claims,
    ratings: new Map(ratings.keys().map((id) => [id, ratings.of(id)])),
    sources: sources.mostFirst().map(([name, verdicts]) => ({ source: named.get(name) ?? null, verdicts })),
    days: days.inOrder(lastWithoutDay).map(([day, verdicts]) => ({ day, verdicts })),
    tags: tags.mostFirst().map(([tagId, verdicts]) => ({ tagId, verdicts })),
    reviews: {
      'in-progress': reviews.of('in-progress'),
      reviewed: reviews.of('reviewed'),
      'signed-off': reviews.of('signed-off'),
    },
    people: people.result(),
    links: links.result(),
  };
}

/** The stories of a dump that somebody annotated, for what has to be read in the dump. */
export function annotatedStories(project: Project, dumpId: string): StoryKey[] {
  return [...project.byStory.keys()].filter((key) => project.stories.get(key)?.dumpId === dumpId);
}

/** Two sources are one where name and handle are. */
function nameOf(source: Source | null): string {
  return source === null ? '' : JSON.stringify([source.name, source.handle]);
}

function lastWithoutDay(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a - b;
}
