import { coveredStories } from '../../app/exports/select.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import { parseQuery } from '../../app/search/parse-query.ts';
import type { StoryKey } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { searchProject } from '../workbench/project-search.ts';
import { placedStories } from '../workbench/story-filtering.ts';
import { StoryPlaces } from '../workbench/story-places.ts';

/**
 * Those of the stories that a query finds, as `uratori search` finds them. A story whose dump is not among `dumps` is
 * not found: there is nothing to look into.
 * @param stories null: every story that has annotations or a review
 * @throws UratoriError what a query is refused with, and `export-nothing-found` (params `query`)
 */
export async function filteredStories(
  project: Project,
  dumps: ReadonlyMap<string, Dump>,
  stories: readonly StoryKey[] | null,
  query: string,
): Promise<StoryKey[]> {
  const search = { query: parseQuery(query), matching: { kana: false, exact: false } };
  const found = new Set<StoryKey>();
  for (const [dumpId, dump] of dumps) {
    await dump.ready;
    const places = new StoryPlaces(dump, () => false);
    const { ordinals } = await searchProject(search, project, { dumpId, dump, places }, {});
    const placed = await placedStories(project, dumpId, places);
    for (const ordinal of ordinals) {
      const key = placed.get(ordinal);
      if (key !== undefined) found.add(key);
    }
  }
  const kept = (stories ?? coveredStories(project)).filter((key) => found.has(key));
  if (kept.length === 0) throw new UratoriError('export-nothing-found', { query });
  return kept;
}
