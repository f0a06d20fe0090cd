import { setImmediate } from 'node:timers/promises';
import type { CallParams } from '../../app/contract.ts';
import type { Facets, SourceFacet } from '../../app/facets.ts';
import type { Project } from '../../app/project.ts';
import type { Source } from '../../app/story.ts';
import { FacetCounter } from './facet-counter.ts';
import type { ProjectDump } from './project-dump.ts';
import {
  type FilterGroup,
  type FilterTests,
  type Passes,
  placedStories,
  testsOf,
} from './story-filtering.ts';

/** Stories counted before others have their turn: some milliseconds. */
const AT_A_TIME = 1 << 16;

/** The stories that the query of a filter found so far. */
export interface FoundStories {
  ordinals: Uint32Array;
  complete: boolean;
}

/**
 * Counts the stories of a dump for a filter.
 * @param found null without a query
 */
export async function facetsOf(
  { filter, sources }: Pick<CallParams<'stories.facets'>, 'filter' | 'sources'>,
  project: Project,
  { dumpId, dump, places, isSettled }: ProjectDump,
  found: FoundStories | null,
): Promise<Facets> {
  const tests = await testsOf(filter, project, dumpId, dump, places);
  const counter = new FacetCounter(dump, project, await placedStories(project, dumpId, places));
  await count(counter, tests, found?.ordinals ?? dump.count);
  const named = sourcesNamed(dump.sources, sources.named, counter.sources);
  return {
    stories: counter.stories,
    complete: isSettled && (found?.complete ?? true),
    sources: [
      ...named.slice(0, sources.most),
      ...chosenSources(dump.sources, filter.sources, counter.sources).filter(
        ({ id }) => !named.slice(0, sources.most).some((shown) => shown.id === id),
      ),
    ],
    sourcesInAll: named.length,
    languages: mostFirst(counter.languages).map(([lang, stories]) => ({ lang, stories })),
    reviews: counter.reviews,
    ratings: Object.fromEntries(counter.ratings),
    tags: Object.fromEntries(counter.tags),
    annotated: counter.annotated,
    days: counter.days.entries(),
    undated: counter.undated,
  };
}

/** A story that fails one part of the filter counts for that part, one that fails more counts for nothing. */
async function count(
  counter: FacetCounter,
  tests: FilterTests,
  stories: Uint32Array | number,
): Promise<void> {
  const parts = [...tests];
  const [ordinals, end] = typeof stories === 'number' ? [null, stories] : [stories, stories.length];
  for (let at = 0; at < end; at += 1) {
    if (at % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
    const ordinal = ordinals ? (ordinals[at] as number) : at;
    const failing = onlyFailing(parts, ordinal);
    if (failing !== 'several') counter.add(ordinal, failing);
  }
}

function onlyFailing(
  parts: readonly (readonly [FilterGroup, Passes])[],
  ordinal: number,
): FilterGroup | null | 'several' {
  let failing: FilterGroup | null = null;
  for (const [group, passes] of parts) {
    if (passes(ordinal)) continue;
    if (failing !== null) return 'several';
    failing = group;
  }
  return failing;
}

/** Those with stories whose name or handle holds a text, most stories first. */
function sourcesNamed(sources: readonly Source[], named: string, counts: Uint32Array): SourceFacet[] {
  const wanted = folded(named.trim());
  const holds = (source: Source | null) =>
    wanted === '' || (source !== null && folded(`${source.name} @${source.handle ?? ''}`).includes(wanted));
  return [...counts]
    .map((stories, id) => ({ id, source: sources[id - 1] ?? null, stories }))
    .filter(({ stories, source }) => stories > 0 && holds(source))
    .sort((a, b) => b.stories - a.stories || a.id - b.id);
}

function chosenSources(
  sources: readonly Source[],
  chosen: readonly number[],
  counts: Uint32Array,
): SourceFacet[] {
  return chosen.map((id) => ({ id, source: sources[id - 1] ?? null, stories: counts[id] ?? 0 }));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function mostFirst<K>(counts: Map<K, number>): [K, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}
