import type { Project } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';
import { anchorsOf } from '../workbench/story-anchors.ts';

/** Words of a story that something in the project sits on: `start` and `end` in UTF-16 units of its text. */
export interface PlacedQuote {
  start: number;
  end: number;
  quote: string;
}

/** Every quote that the project has of a story: of annotations, of evidence, of pairs and of dismissed suggestions. */
export function quotesOf(project: Project, key: StoryKey): PlacedQuote[] {
  const pairs = project.alignments.get(key)?.pairs ?? [];
  const dismissed = project.dismissedSuggestions.get(key)?.sentences ?? [];
  return [
    ...anchorsOf(project, key).map(({ anchor }) => anchor),
    ...pairs.flatMap(({ original, translation }) => [...original, ...translation]),
    ...dismissed.map(({ anchor }) => anchor),
  ];
}

/** Those that do not stand at their place. */
export function misplacedIn(text: string, quotes: readonly PlacedQuote[]): PlacedQuote[] {
  return quotes.filter(({ start, end, quote }) => text.slice(start, end) !== quote);
}
