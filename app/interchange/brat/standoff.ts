import type { SetStory, Span } from '../annotation-set.ts';
import { SAME_CLAIM, sidesOf, TRANSLATED_AS } from '../labels.ts';
import { type Measured, measured } from '../units.ts';
import { fragmentsOf } from './fragments.ts';
import { oneLine } from './lines.ts';

/** The type, of letters, digits and signs alone, that stands for a tag or rating. */
export interface Types {
  tags: ReadonlyMap<string, string>;
  ratings: ReadonlyMap<string, string>;
}

/** An annotation file, and which annotation each of its text-bound ones belongs to. */
export interface Standoff {
  lines: string[];
  /** Ids of the project by those of the file. */
  ids: Record<string, string>;
}

/** What people wrote, each as a note of a type of its own; `AnnotatorNotes` is what brat's own editor writes. */
export const COMMENT = 'AnnotatorNotes';
export const NOTE_TYPES = {
  wording: 'Wording',
  claimant: 'Claimant',
  suggestion: 'Suggestion',
  carriedFrom: 'CarriedFrom',
} as const;
export const RELATIONS = { [SAME_CLAIM]: 'Same_claim', [TRANSLATED_AS]: 'Translated_as' } as const;

/**
 * The annotations of a story as brat has them (https://brat.nlplab.org/standoff.html), counted in code points.
 * @throws UratoriError `export-quote-mismatch`
 */
export function standoffOf(story: SetStory, text: string, types: Types): Standoff {
  const measure = measured(text, 'code-point', story.key);
  const lines: string[] = [];
  const ids: Record<string, string> = {};
  let [bounds, attributes, relations, notes] = [0, 0, 0, 0];

  const bind = (type: string, span: Span, id: string): string => {
    bounds += 1;
    const name = `T${bounds}`;
    lines.push(
      `${name}\t${type} ${placesOf(measure, span)}\t${fragmentsOf(span)
        .map(({ quote }) => quote)
        .join(' ')}`,
    );
    ids[name] = id;
    return name;
  };
  const attribute = (type: string, of: string, value: string) => {
    attributes += 1;
    lines.push(`A${attributes}\t${type} ${of} ${value}`);
  };
  const relate = (type: string, from: string, to: string) => {
    relations += 1;
    lines.push(`R${relations}\t${type} Arg1:${from} Arg2:${to}`);
  };
  const remark = (type: string, of: string, words: string) => {
    if (words === '') return;
    notes += 1;
    lines.push(`#${notes}\t${type} ${of}\t${oneLine(words)}`);
  };

  for (const { id, spans, ratingId, wording, claimant, rationale, carriedFrom } of story.claims) {
    const [first, ...others] = spans.map((span) => bind('Claim', span, id));
    if (first === undefined) continue;
    for (const other of others) relate(RELATIONS[SAME_CLAIM], first, other);
    if (ratingId !== null) attribute('Rating', first, types.ratings.get(ratingId) ?? ratingId);
    remark(NOTE_TYPES.wording, first, wording);
    remark(NOTE_TYPES.claimant, first, claimant);
    remark(COMMENT, first, rationale);
    remark(NOTE_TYPES.carriedFrom, first, carriedFrom ?? '');
  }
  for (const { id, span, tagId, memo } of story.taggings) {
    if (!span) continue;
    remark(COMMENT, bind(types.tags.get(tagId) ?? tagId, span, id), memo);
  }
  for (const note of story.notes) {
    const names = sidesOf(note).map(({ side, span }) =>
      bind(side === 'original' ? 'Original' : 'Translation', span, note.id),
    );
    const [first, second] = names;
    if (first === undefined) continue;
    if (second !== undefined) relate(RELATIONS[TRANSLATED_AS], first, second);
    attribute('Note', first, note.kind);
    remark(COMMENT, first, note.comment);
    remark(NOTE_TYPES.suggestion, first, note.suggestion);
  }
  return { lines, ids };
}

function placesOf(measure: Measured, span: Span): string {
  // Checked as a whole and piece by piece.
  measure.place(span);
  return fragmentsOf(span)
    .map((fragment) => measure.place(fragment).join(' '))
    .join(';');
}
