import type { Range } from '../../text/boundaries.ts';
import type { TranslationNoteKind } from '../../translation-note.ts';

/** The checks of a translation; each can be turned off. The order is that in which findings of one place are shown. */
export const CHECKS = [
  'numbers',
  'dates',
  'rates',
  'glossary',
  'negation',
  'quotations',
  'untranslated',
  'sentences',
] as const;
export type CheckId = (typeof CHECKS)[number];

/** What a finding says; the interface has a message for each (`finding.<what>`), with the values of `params`. */
export const FINDINGS = [
  'number-differs',
  'number-times',
  'number-missing',
  'number-added',
  'unit-differs',
  'date-differs',
  'date-missing',
  'date-added',
  'no-such-day',
  'not-in-era',
  'rate-differs',
  'term-missing',
  'term-variant',
  'negation-dropped',
  'negation-added',
  'quotes-lost',
  'quotes-added',
  'attribution-lost',
  'attribution-added',
  'untranslated',
  'sentence-missing',
  'sentence-added',
] as const;
export type FindingKind = (typeof FINDINGS)[number];

/** Something that a person should look at. Never more than a suggestion. */
export interface Finding {
  check: CheckId;
  what: FindingKind;
  params: Record<string, string | number>;
  /** UTF-16 units of the story's text; at least one side is there. */
  original: Range | null;
  translation: Range | null;
  /** The kind of the note that it would become, and the wording that it would suggest. */
  note: TranslationNoteKind;
  suggestion: string;
}

/** A finding in its story. */
export interface PlacedFinding extends Finding {
  /** Made from the words of both sides, not from their place: the same finding has it again whenever it is found. */
  id: string;
}
