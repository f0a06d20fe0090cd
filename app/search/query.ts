import type { ReviewState } from '../review.ts';
import type { SegmentKind } from '../story.ts';

/**
 * What a person looks for, as a tree: `parseQuery` makes it, `printQuery` writes it down again. A story is found where
 * the tree holds for it; its hits are the places because of which it does.
 */
export type Query = Term | All | Any | Not;

/** Holds where all parts do; without parts, everywhere. */
export interface All {
  kind: 'all';
  parts: readonly Query[];
}
/** Holds where one of the parts does. */
export interface Any {
  kind: 'any';
  parts: readonly Query[];
}
export interface Not {
  kind: 'not';
  part: Query;
}

export type Term = TextTerm | RegexTerm | FieldTerm;

/** Letters as they stand; `exact`: in this case and width, whatever the rest of the search does. */
export interface TextTerm {
  kind: 'text';
  text: string;
  exact: boolean;
}
/** An RE2 expression. */
export interface RegexTerm {
  kind: 'regex';
  pattern: string;
}

/** What a story can have: marks and relations of its own, or something that people added to it. */
export const HOLDINGS = [
  'claim',
  'verdict',
  'evidence',
  'tag',
  'note',
  'review',
  'link',
  'media',
  'hashtag',
  'translation',
  'reply',
  'repost',
  'quote',
  'edit',
  'thread',
  'warning',
  'source',
  'date',
  'similar',
  'contrast',
] as const;
export type Holding = (typeof HOLDINGS)[number];

/** Asks something of a story other than its text. `at`: where it stands in the query, in UTF-16 units. */
export type FieldTerm = { at: number } & (
  | { kind: 'source' | 'lang' | 'link' | 'tag' | 'verdict'; value: string }
  /** Days since 1970-01-01, both included; null: open. */
  | { kind: 'date'; from: number | null; to: number | null }
  | { kind: 'segment'; value: SegmentKind }
  | { kind: 'state'; value: ReviewState }
  | { kind: 'has'; value: Holding }
);
export type FieldKind = FieldTerm['kind'];

const HELD_BY_PROJECT: ReadonlySet<Holding> = new Set([
  'claim',
  'verdict',
  'evidence',
  'tag',
  'note',
  'review',
]);

/** Whether only a project can tell: what people added is not in the dump. */
export function asksProject(field: FieldTerm): boolean {
  switch (field.kind) {
    case 'tag':
    case 'verdict':
    case 'state':
      return true;
    case 'has':
      return HELD_BY_PROJECT.has(field.value);
    default:
      return false;
  }
}

/** A field that asks how a story stands to the others of its dump. */
export type LikenessTerm = FieldTerm & { kind: 'has'; value: 'similar' | 'contrast' };

export function asksLikeness(term: Term): term is LikenessTerm {
  return term.kind === 'has' && (term.value === 'similar' || term.value === 'contrast');
}

/** Where text is looked for: in the whole text, in segments of these kinds, or in what people added. */
export type Scope = 'text' | 'annotations' | readonly SegmentKind[];

export interface SearchQuery {
  scope: Scope;
  wanted: Query;
}

/** How letters are compared. */
export interface Matching {
  /** ひらがな and カタカナ are the same. */
  kana: boolean;
  /** Case and width count. */
  exact: boolean;
}
export const USUAL_MATCHING: Matching = { kana: false, exact: false };

export const EVERYTHING: All = { kind: 'all', parts: [] };

export function isField(term: Term): term is FieldTerm {
  return term.kind !== 'text' && term.kind !== 'regex';
}

/** `parts` in one tree, without a level that says nothing. */
export function all(parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === 'all' ? part.parts : [part]));
  return flat.length === 1 ? (flat[0] as Query) : { kind: 'all', parts: flat };
}

/** As `all`; `parts` are not empty. */
export function any(parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === 'any' ? part.parts : [part]));
  return flat.length === 1 ? (flat[0] as Query) : { kind: 'any', parts: flat };
}

export function not(part: Query): Query {
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

/** Every term of a query, from left to right. */
export function* termsOf(query: Query): Generator<Term> {
  switch (query.kind) {
    case 'all':
    case 'any':
      for (const part of query.parts) yield* termsOf(part);
      break;
    case 'not':
      yield* termsOf(query.part);
      break;
    default:
      yield query;
  }
}
