import { TRANSLATION_NOTE_KINDS, type TranslationNoteKind } from '../translation-note.ts';
import type { SetNote } from './annotation-set.ts';

/** Labels of tools whose annotations have one word each: what kind of annotation it is, and the word. */
export type Label =
  | { kind: 'claim'; ratingId: string | null }
  | { kind: 'tag'; name: string }
  | { kind: 'note'; note: TranslationNoteKind; side: Side };

export type Side = 'original' | 'translation';
export const SIDES: readonly Side[] = ['original', 'translation'];

/** What joins the spans of one claim, and those of one translation note. */
export const SAME_CLAIM = 'same-claim';
export const TRANSLATED_AS = 'translated-as';

export function labelText(label: Label): string {
  switch (label.kind) {
    case 'claim':
      return label.ratingId === null ? 'claim' : `claim: ${label.ratingId}`;
    case 'tag':
      return `tag: ${label.name}`;
    case 'note':
      return `${label.side}: ${label.note}`;
  }
}

/** A label of others is a tag. */
export function labelOf(text: string): Label {
  const [, head = '', rest = ''] = /^([a-z]+): (.*)$/su.exec(text) ?? [];
  if (text === 'claim') return { kind: 'claim', ratingId: null };
  if (head === 'claim') return { kind: 'claim', ratingId: rest };
  if (head === 'tag') return { kind: 'tag', name: rest };
  const side = SIDES.find((known) => known === head);
  const note = TRANSLATION_NOTE_KINDS.find((known) => known === rest);
  return side && note ? { kind: 'note', note, side } : { kind: 'tag', name: text };
}

/** The sides of a note that have a place. */
export function sidesOf(note: SetNote) {
  return SIDES.flatMap((side) => (note[side] ? [{ side, span: note[side] }] : []));
}
