import type { Gamma } from '../gamma/gamma.ts';
import type { Measured, NotComputable } from '../measured.ts';
import type { StoryRule } from './counted-stories.ts';

/** What coders are asked of each thing that they have in common. */
export const QUESTIONS = ['ratings', 'outcomes', 'fidelity', 'note-kinds'] as const;
export type QuestionId = (typeof QUESTIONS)[number];

export const MEASURES = [
  'percent',
  'cohen',
  'cohen-linear',
  'cohen-quadratic',
  'fleiss',
  'alpha-nominal',
  'alpha-ordinal',
  'specific',
  'span-exact',
  'span-overlap',
  'span-jaccard',
  'span-kappa',
  'gamma',
] as const;
export type MeasureId = (typeof MEASURES)[number];

export interface MeasureRow {
  measure: MeasureId;
  /** The places of two coders; null: all of them. */
  between: [one: number, other: number] | null;
  /** Units that it is computed of. */
  n: number;
  result: Measured;
}

export interface Category {
  id: string;
  /** What a person called it; null for a word of the program, which the interface translates. */
  label: { en: string; ja: string } | null;
}

/** How often one coder (rows) gave each category where another (columns) gave which. */
export interface ConfusionTable {
  between: [one: number, other: number];
  counts: number[][];
}

export interface QuestionReport {
  id: QuestionId;
  categories: Category[];
  /** Things that at least two coders answered. */
  units: number;
  /** Things that two coders have, and fewer than two of them answered. */
  unanswered: number;
  /** Answers that stood there before copies of one project parted: nobody gave them twice. */
  inherited: number;
  /** Of each coder: things that no other coder has. They count among the spans, and not here. */
  alone: number[];
  measures: MeasureRow[];
  /** Of each category: how often each coder gave it, and how far they agree on it. */
  byCategory: { category: string; given: number[]; agreement: Measured }[];
  confusions: ConfusionTable[];
}

/** A tag as a question about each story: is it there, or not? */
export interface TagReport {
  tagId: string;
  /** The names from the top of the codebook down. */
  path: string[];
  stories: number;
  /** Stories that each coder put it on. */
  given: number[];
  /** Of two coders: stories with the tag of both, of one alone, of the other alone, of neither. */
  table: [both: number, one: number, other: number, neither: number] | null;
  measures: MeasureRow[];
}

export const SPAN_KINDS = ['claims', 'tags', 'tag', 'notes'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

export interface SpanReport {
  kind: SpanKind;
  /** The tag of a row of `kind: 'tag'`; null elsewhere. */
  tagId: string | null;
  path: string[];
  pairs: {
    between: [one: number, other: number];
    /** Spans of either, those at the very same places, and those that meet one of the other's. */
    spans: [number, number];
    exact: number;
    met: [number, number];
    measures: MeasureRow[];
  }[];
  /** Of all coders; null where a row has none. */
  gamma: { stories: number; result: Gamma | NotComputable } | null;
}

/** How far coders agree. Serialised as it stands, it is the JSON of `uratori agree --json`. */
export interface AgreementReport {
  format: 'uratori-agreement';
  version: 1;
  coders: { name: string; stories: number; claims: number; taggings: number; notes: number }[];
  stories: { rule: StoryRule; known: number; counted: number; byAll: number; withText: number };
  /** Spans that were made before copies of one project parted. */
  inheritedSpans: number;
  /** Spans whose words stand nowhere in the text for certain. */
  placeless: number;
  seed: number;
  questions: QuestionReport[];
  tags: TagReport[];
  spans: SpanReport[];
}

/** One thing that coders were asked about, and what each of them said: the entries of a cell of a confusion table. */
export interface Answered {
  question: QuestionId;
  storyKey: string;
  /** The words that it is about, in the text of the first who has it. */
  quote: string;
  /** The ids of each coder's claim, note or judgement; null for one who does not have it. */
  ids: (string | null)[];
  answers: (string | null)[];
}
