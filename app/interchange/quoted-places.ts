import type { SetEvidence, SetStory } from './annotation-set.ts';
import { type Measured, measured, type OffsetUnit } from './units.ts';

/** Where the evidence of a set quotes its stories, counted in a unit. */
export interface QuotedPlaces {
  /**
   * null: it quotes no story, or one that is not here.
   * @throws UratoriError `export-quote-mismatch`
   */
  place(entry: Pick<SetEvidence, 'story'>): [start: number, end: number] | null;
  /** What stands at a place of a story; null where there is no such place. */
  story(key: string, start: number, end: number): NonNullable<SetEvidence['story']>['span'];
}

/** Each text is measured when it is first asked for. */
export function quotedPlacesIn(
  stories: readonly Pick<SetStory, 'key' | 'text'>[],
  unit: OffsetUnit,
): QuotedPlaces {
  const texts = new Map(stories.map(({ key, text }) => [key, text]));
  const known = new Map<string, Measured>();
  const measureOf = (key: string): Measured | null => {
    const text = texts.get(key) ?? null;
    if (text === null) return null;
    const measure = known.get(key) ?? measured(text, unit, key);
    known.set(key, measure);
    return measure;
  };
  return {
    place({ story }) {
      const measure = story?.span ? measureOf(story.key) : null;
      return measure && story?.span ? measure.place(story.span) : null;
    },
    story: (key, start, end) => measureOf(key)?.span(start, end) ?? null,
  };
}
