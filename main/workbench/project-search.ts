import type { Project } from '../../app/project.ts';
import { annotationTest } from '../../app/search/annotation-fields.ts';
import { isField, termsOf } from '../../app/search/query.ts';
import type { Dump, SearchOptions, SearchResult } from '../dumps/dump.ts';
import type { StoriesHolding } from '../dumps/search/field-answers.ts';
import type { Search } from '../dumps/search/question.ts';
import { searchAnnotations } from './search-annotations.ts';
import { placedStories } from './story-filtering.ts';
import type { StoryPlaces } from './story-places.ts';

/** A dump of a project. */
export interface SearchedDump {
  dumpId: string;
  dump: Dump;
  places: StoryPlaces;
}

/**
 * Searches a dump together with what people added to it.
 * @throws UratoriError `query-empty`, `query-unknown-verdict` {position, near, value, known}
 */
export async function searchProject(
  search: Search,
  project: Project,
  target: SearchedDump,
  options: SearchOptions,
): Promise<SearchResult> {
  if (search.query.scope === 'annotations') return searchAnnotations(search, project, target, options);
  const holding = await holdingOf(search, project, target);
  return target.dump.search(search, { ...options, holding });
}

/** The stories that each field holds for which only a project knows about. */
async function holdingOf(
  { query }: Search,
  project: Project,
  { dumpId, dump, places }: SearchedDump,
): Promise<Map<number, StoriesHolding>> {
  const holding = new Map<number, StoriesHolding>();
  const tests = [...termsOf(query.wanted)].filter(isField).flatMap((field) => {
    const test = annotationTest(field, project);
    return test ? [{ at: field.at, ...test }] : [];
  });
  if (tests.length === 0) return holding;
  await dump.ready;
  const placed = [...(await placedStories(project, dumpId, places))].sort(([a], [b]) => a - b);
  for (const { at, others, holds } of tests) {
    const exceptions = placed.filter(([, key]) => holds(key) !== others).map(([ordinal]) => ordinal);
    holding.set(at, { others, exceptions: Uint32Array.from(exceptions) });
  }
  return holding;
}
