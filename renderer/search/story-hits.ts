import type { Project } from '../../app/project.ts';
import { annotationTest } from '../../app/search/annotation-fields.ts';
import { annotationWords } from '../../app/search/annotation-words.ts';
import { asksLikeness, type FieldTerm } from '../../app/search/query.ts';
import { holdsForStory } from '../../app/search/story-fields.ts';
import type { Story, StoryKey } from '../../app/story.ts';
import type { AnnotationRef, TextRange } from '../store/state.ts';
import type { Searching } from './searching.ts';

const NONE: readonly never[] = [];

/** Where a query stands in a story's text; the same places that the search over the dump counts. */
export function hitsIn(
  story: Story,
  key: StoryKey,
  project: Project,
  searching: Searching | null,
): readonly TextRange[] {
  if (searching === null || searching.query.scope === 'annotations') return NONE;
  const holds = holdsFor(story, key, project);
  return searching.matcher.matchesIn({ text: story.text, segments: () => story.segments, holds }) ?? NONE;
}

/** The annotations of a story that a query for annotations finds, in the order of their words. */
export function annotationHits(
  story: Story,
  key: StoryKey,
  project: Project,
  searching: Searching | null,
): readonly AnnotationRef[] {
  if (searching?.query.scope !== 'annotations') return NONE;
  const words = annotationWords(project, key);
  const holds = holdsFor(story, key, project);
  const hits = searching.matcher.matchesAmong(
    words.map((part) => part.words),
    holds,
  );
  const refs = new Map<string, AnnotationRef>();
  for (const { piece } of hits ?? []) {
    const { kind, id } = words[piece] ?? {};
    if (kind && kind !== 'story-note' && kind !== 'judgement' && id) refs.set(id, { kind, id });
  }
  return [...refs.values()];
}

function holdsFor(story: Story, key: StoryKey, project: Project) {
  // The list shows what it holds for.
  return (field: FieldTerm): boolean =>
    asksLikeness(field) || (holdsForStory(field, story) ?? byProject(field, key, project));
}

function byProject(field: FieldTerm, key: StoryKey, project: Project): boolean {
  try {
    return annotationTest(field, project)?.holds(key) ?? false;
  } catch {
    // A verdict that the scale has no more: the field says so, and finds nothing.
    return false;
  }
}
