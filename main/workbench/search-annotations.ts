import { setImmediate } from 'node:timers/promises';
import type { Project } from '../../app/project.ts';
import { annotationTest } from '../../app/search/annotation-fields.ts';
import { annotationWords } from '../../app/search/annotation-words.ts';
import { Matcher } from '../../app/search/matcher.ts';
import { asksLikeness, asksProject, type FieldTerm, isField, termsOf } from '../../app/search/query.ts';
import { holdsForFacts, holdsForStory } from '../../app/search/story-fields.ts';
import type { StoryKey } from '../../app/story.ts';
import type { SearchOptions, SearchResult } from '../dumps/dump.ts';
import type { Search } from '../dumps/search/question.ts';
import { OrdinalList } from './ordinals.ts';
import type { SearchedDump } from './project-search.ts';
import { placedStories } from './story-filtering.ts';

/** Stories between two turns of others. */
const AT_A_TIME = 500;

/** Finds the annotated stories of a dump by what people wrote about them; hits are counted there. */
export async function searchAnnotations(
  { query, matching }: Search,
  project: Project,
  target: SearchedDump,
  { signal, onHits }: SearchOptions,
): Promise<SearchResult> {
  await target.dump.ready;
  const matcher = new Matcher(query, matching);
  const fields = [...termsOf(query.wanted)].filter(isField);
  const placed = await placedStories(project, target.dumpId, target.places);
  const inOrder = [...placed].sort(([a], [b]) => a - b);
  const found = new Found(inOrder.length);
  for (const [index, [ordinal, key]] of inOrder.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) {
      onHits?.(found.result(index));
      await setImmediate();
    }
    signal?.throwIfAborted();
    const words = annotationWords(project, key);
    if (words.length === 0) continue;
    const holds = await answers(fields, project, target, ordinal, key);
    const hits = matcher.matchesAmong(
      words.map((part) => part.words),
      (field) => holds.get(field) ?? false,
    );
    if (hits !== null) found.add(ordinal, hits.length);
  }
  return found.result(inOrder.length);
}

/** What each field of a query comes to for a story; the story is read only where the index does not tell. */
async function answers(
  fields: readonly FieldTerm[],
  project: Project,
  { dump }: SearchedDump,
  ordinal: number,
  key: StoryKey,
): Promise<Map<FieldTerm, boolean>> {
  const source = dump.sources[dump.sourceOf(ordinal)] ?? null;
  const facts = { source, lang: dump.langOf(ordinal), day: dump.dayOf(ordinal) };
  const holds = new Map<FieldTerm, boolean>();
  for (const field of fields) {
    if (asksLikeness(field)) {
      const likeness = await dump.likeness();
      holds.set(
        field,
        field.value === 'similar' ? likeness.like(ordinal).length > 0 : likeness.isApart(ordinal),
      );
      continue;
    }
    const known = asksProject(field)
      ? annotationTest(field, project)?.holds(key)
      : holdsForFacts(field, facts);
    holds.set(field, known ?? holdsForStory(field, await dump.read(ordinal)) ?? false);
  }
  return holds;
}

class Found {
  private readonly ordinals = new OrdinalList();
  private readonly hitCounts = new OrdinalList();
  private readonly stories: number;
  private hits = 0;

  constructor(stories: number) {
    this.stories = stories;
  }

  add(ordinal: number, hits: number): void {
    this.ordinals.push(ordinal);
    this.hitCounts.push(hits);
    this.hits += hits;
  }

  result(searched: number): SearchResult {
    const ordinals = this.ordinals.toArray();
    return {
      hits: this.hits,
      stories: ordinals.length,
      ordinals,
      hitCounts: this.hitCounts.toArray(),
      searched: this.stories === 0 ? 1 : searched / this.stories,
    };
  }
}
