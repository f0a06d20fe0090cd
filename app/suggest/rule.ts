/** What makes a sentence worth checking. `actor`: it says who did what, without anything else that stands out. */
export const REASON_KINDS = [
  'figure',
  'date',
  'source',
  'quotation',
  'superlative',
  'causal',
  'comparative',
  'actor',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

export const RULE_LANGUAGES = ['ja', 'en'] as const;
export type RuleLanguage = (typeof RULE_LANGUAGES)[number];

/**
 * One sign that a sentence is, or is not, worth checking. Rules are data: each is an entry of a list, has an example,
 * and can be turned off. How it is put in words is in the interface's messages, under `suggest.rule.<id>`.
 */
export interface SuggestionRule<Id extends string = string> {
  /** Begins with its language. Projects keep it for a rule that is turned off: it stays what it is. */
  id: Id;
  lang: RuleLanguage;
  /** `against`: a sign that nothing is stated, such as a question. */
  kind: ReasonKind | 'against';
  /**
   * JavaScript regular expression with the flag `u`, and `i` where `ignoreCase` is set. Every repetition in it is
   * bounded, so that looking through a text takes time in proportion to its length.
   */
  pattern: string;
  ignoreCase?: true;
  /** Points towards 1, at which a sentence is suggested; negative for `against`. */
  weight: number;
  /** A sentence that the rule applies to, for people and for tests. Invented. */
  example: string;
}

/** A list of rules whose ids are known to the type checker, so that none goes without words. */
export const rules = <const Id extends string>(
  list: readonly SuggestionRule<Id>[],
): readonly SuggestionRule<Id>[] => list;
