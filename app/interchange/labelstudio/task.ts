import type { SetStory, Span } from '../annotation-set.ts';
import { SAME_CLAIM, type Side, sidesOf, TRANSLATED_AS } from '../labels.ts';
import { measured } from '../units.ts';

/** The controls of the configuration. */
export const CONTROLS = {
  label: 'label',
  rating: 'rating',
  wording: 'wording',
  claimant: 'claimant',
  kind: 'note',
  suggestion: 'suggestion',
  comment: 'comment',
} as const;
export type Control = (typeof CONTROLS)[keyof typeof CONTROLS];

export const CLAIM = 'Claim';
export const SIDE_LABELS: Readonly<Record<Side, string>> = {
  original: 'Original',
  translation: 'Translation',
};

/** A tag goes by its id, so that it may be renamed; the configuration has its name. */
export function tagAlias(tagId: string): string {
  return `tag:${tagId}`;
}

/** The annotation that a region is part of, in the region's id. */
export function regionId(kind: 'claim' | 'tag' | 'note', id: string, part: number | Side): string {
  return `${kind}:${part}:${id}`;
}

/**
 * A story as a task with one annotation.
 * @throws UratoriError `export-quote-mismatch`
 */
export function taskOf(story: SetStory, text: string) {
  const { key, lang, source, publishedAt, link } = story;
  const measure = measured(text, 'code-point', key);
  const result: Record<string, unknown>[] = [];

  const region = (id: string, span: Span, label: string) => {
    const [start, end] = measure.place(span);
    const value = { start, end, text: span.quote };
    const said = (control: Control, type: 'textarea' | 'choices', words: string) => {
      if (words === '') return;
      const answer = type === 'textarea' ? { text: [words] } : { choices: [words] };
      result.push({
        ...{ id, from_name: control, to_name: 'text', type, origin: 'manual' },
        value: { ...value, ...answer },
      });
    };
    result.push({
      ...{ id, from_name: CONTROLS.label, to_name: 'text', type: 'labels', origin: 'manual' },
      value: { ...value, labels: [label] },
    });
    return {
      words: (control: Control, words: string) => said(control, 'textarea', words),
      choice: (control: Control, choice: string) => said(control, 'choices', choice),
    };
  };
  const relate = (ids: string[], label: string) => {
    for (const [index, to_id] of ids.entries())
      if (index > 0)
        result.push({
          type: 'relation',
          from_id: ids[index - 1],
          to_id,
          direction: 'right',
          labels: [label],
        });
  };

  for (const { id, spans, ratingId, wording, claimant, rationale } of story.claims) {
    const ids = spans.map((span, index) => {
      const name = regionId('claim', id, index);
      const made = region(name, span, CLAIM);
      if (index === 0) {
        made.choice(CONTROLS.rating, ratingId ?? '');
        made.words(CONTROLS.wording, wording);
        made.words(CONTROLS.claimant, claimant);
        made.words(CONTROLS.comment, rationale);
      }
      return name;
    });
    relate(ids, SAME_CLAIM);
  }
  for (const { id, span, tagId, memo } of story.taggings)
    if (span) region(regionId('tag', id, 0), span, tagAlias(tagId)).words(CONTROLS.comment, memo);
  for (const note of story.notes) {
    const ids = sidesOf(note).map(({ side, span }, index) => {
      const name = regionId('note', note.id, side);
      const made = region(name, span, SIDE_LABELS[side]);
      if (index === 0) {
        made.choice(CONTROLS.kind, note.kind);
        made.words(CONTROLS.comment, note.comment);
        made.words(CONTROLS.suggestion, note.suggestion);
      }
      return name;
    });
    relate(ids, TRANSLATED_AS);
  }
  const carried = Object.fromEntries(
    story.claims.flatMap(({ id, carriedFrom }) => (carriedFrom === null ? [] : [[id, carriedFrom]])),
  );
  const uratori = { key, lang, source, publishedAt, link, carried };
  return { data: { text, uratori }, annotations: [{ result }] };
}
