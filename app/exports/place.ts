import { type Anchor, resolve } from '../anchor.ts';
import { UratoriError } from '../problem.ts';
import type { Story } from '../story.ts';

/**
 * Where an anchor stands in the text of the report. `exact` and `moved` have a range in UTF-16 units of that text,
 * which slices to the quote; `unchecked`: there is no text, since the dump is not at hand.
 */
export type Place =
  | { kind: 'exact' | 'moved'; segment: number; start: number; end: number }
  | { kind: 'ambiguous'; places: number }
  | { kind: 'orphan' }
  | { kind: 'unchecked' };

export type Range = Extract<Place, { start: number }>;

export function isPlaced(place: Place): place is Range {
  return place.kind === 'exact' || place.kind === 'moved';
}

/**
 * Finds an anchor in the text that is written out, whatever the project says of its place.
 * @throws UratoriError `export-quote-mismatch`
 */
export function placeOf(anchor: Anchor, story: Story | null): Place {
  if (!story) return { kind: 'unchecked' };
  const resolution = resolve(anchor, story);
  switch (resolution.kind) {
    case 'exact':
    case 'moved': {
      const { segment, start, end } = resolution.anchor;
      mustSlice(story.text, start, end, anchor.quote, story.lead);
      return { kind: resolution.kind, segment, start, end };
    }
    case 'ambiguous':
      return { kind: 'ambiguous', places: resolution.candidates.length };
    case 'orphan':
      return { kind: 'orphan' };
    default:
      return assertNever(resolution);
  }
}

/**
 * The last check before an offset is written: it has to slice to its quote. A wrong highlight puts words into
 * somebody's mouth, so a report with one is not made at all.
 * @throws UratoriError `export-quote-mismatch` (params `story`, `quote`)
 */
export function mustSlice(text: string, start: number, end: number, quote: string, story: string): void {
  if (text.slice(start, end) !== quote) throw new UratoriError('export-quote-mismatch', { story, quote });
}

function assertNever(value: never): never {
  throw new Error(`not a resolution: ${JSON.stringify(value)}`);
}
