import type { StoryFilter } from '../../app/contract.ts';
import type { Project } from '../../app/project.ts';
import { storyKey } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { OrdinalList } from './ordinals.ts';
import { ANNOTATION_GROUPS, type AnnotationGroup, criteriaOf, storiesOf } from './story-criteria.ts';
import type { StoryPlaces } from './story-places.ts';

/** Tells by ordinal whether a story passes a filter, or a part of it. */
export type Passes = (ordinal: number) => boolean;

/** The parts of a filter, its query apart. A story has to pass all of them. */
export type FilterGroup = 'sources' | 'languages' | 'days' | AnnotationGroup;
/** Without the parts that let all stories pass. */
export type FilterTests = ReadonlyMap<FilterGroup, Passes>;

/**
 * What the parts of a filter come to for the stories of a dump as far as they are indexed. Sources, languages and days
 * are read from the index; annotations from the project, by the places of its stories.
 */
export async function testsOf(
  filter: StoryFilter,
  project: Project,
  dumpId: string,
  dump: Dump,
  places: StoryPlaces,
): Promise<FilterTests> {
  const tests = new Map<FilterGroup, Passes>();
  const { days } = filter;
  if (filter.sources.length > 0) {
    const wanted = new Uint8Array(dump.sources.length + 1);
    for (const id of filter.sources) wanted[id] = 1;
    tests.set('sources', (ordinal) => wanted[sourceIdOf(dump, ordinal)] === 1);
  }
  if (filter.languages.length > 0) {
    const languages = new Set(filter.languages);
    tests.set('languages', (ordinal) => languages.has(dump.langOf(ordinal)));
  }
  if (days)
    tests.set('days', (ordinal) => {
      const day = dump.dayOf(ordinal);
      return day !== null && day >= days.from && day <= days.to;
    });
  const criteria = criteriaOf(filter, project);
  const asked = ANNOTATION_GROUPS.filter((group) => criteria[group] !== null);
  if (asked.length === 0) return tests;
  const known = await placedStories(project, dumpId, places);
  for (const group of asked) {
    const { others, passes } = criteria[group] ?? { others: true, passes: () => true };
    // The stories that differ from all others: those that pass where the others do not, and the other way round.
    const exceptions = new Set<number>();
    for (const [ordinal, key] of known) if (passes(key) !== others) exceptions.add(ordinal);
    tests.set(group, (ordinal) => exceptions.has(ordinal) !== others);
  }
  return tests;
}

/** Null where all stories pass. */
export function passesAll(tests: FilterTests): Passes | null {
  const all = [...tests.values()];
  const [only] = all;
  if (all.length < 2) return only ?? null;
  return (ordinal) => all.every((passes) => passes(ordinal));
}

/** The first `count` ordinals that pass, in ascending order. */
export function passing(passes: Passes, count: number): Uint32Array {
  const list = new OrdinalList();
  for (let ordinal = 0; ordinal < count; ordinal += 1) if (passes(ordinal)) list.push(ordinal);
  return list.toArray();
}

/** The keys of the project's stories, by where they stand in the dump as far as it is indexed. */
export async function placedStories(
  project: Project,
  dumpId: string,
  places: StoryPlaces,
): Promise<Map<number, string>> {
  const refs = storiesOf(project, dumpId);
  const placed = new Map<number, string>();
  for (const [index, ordinal] of (await places.all(refs)).entries()) {
    const ref = refs[index];
    if (ordinal !== null && ref) placed.set(ordinal, storyKey(dumpId, ref.storyId));
  }
  return placed;
}

/** The id of a story's source in facets and filters: 0 for a story without one, else one more than its index in `sources`. */
export function sourceIdOf(dump: Dump, ordinal: number): number {
  return dump.sourceOf(ordinal) + 1;
}
