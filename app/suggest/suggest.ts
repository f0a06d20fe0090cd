import type { Story } from '../story.ts';
import type { ReasonKind, RuleLanguage, SuggestionRule } from './rule.ts';
import { SUGGESTION_RULES } from './rules/all.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Why a sentence is suggested: what a rule found, and where, in UTF-16 units of the story's text. */
export interface Reason {
  ruleId: string;
  kind: ReasonKind;
  start: number;
  end: number;
}

/** A sentence that is worth checking, as far as rules can tell. A person decides. */
export interface Suggestion extends Sentence {
  /** Sum of the weights of the rules that apply; at least 1. */
  score: number;
  /** In the order of the rules; at least one. */
  reasons: Reason[];
}

/** Points that a sentence needs. */
const ENOUGH = 1;
/** Sums of weights are of tenths; binary fractions are not. */
const PRECISION = 1e-9;
/** Its digits and percent signs state nothing. */
const ADDRESS = /https?:\/\/[^\s"'<>()（）「」]+/giu;

/** What rules say of one sentence. */
export interface Judgement {
  score: number;
  reasons: Reason[];
}

/**
 * The sentences of a story that are worth checking, in the order of the text. The same sentence is suggested once,
 * where it stands first: a post that was cut stands again below in full. `off` names rules that do not count.
 */
export function suggest(
  story: Pick<Story, 'text' | 'segments'>,
  off: ReadonlySet<string> = new Set(),
  rules: readonly SuggestionRule[] = SUGGESTION_RULES,
): Suggestion[] {
  const seen = new Set<string>();
  const suggestions: Suggestion[] = [];
  const active = rules.filter((rule) => !off.has(rule.id));
  for (const sentence of sentencesOf(story)) {
    const text = story.text.slice(sentence.start, sentence.end);
    if (seen.has(text)) continue;
    seen.add(text);
    const { score, reasons } = judge(text, sentence, active);
    if (reasons.length > 0 && score >= ENOUGH - PRECISION) suggestions.push({ ...sentence, score, reasons });
  }
  return suggestions;
}

/** Each rule counts once, however often it applies. */
export function judge(
  text: string,
  { lang, start }: Pick<Sentence, 'lang' | 'start'>,
  rules: readonly SuggestionRule[],
): Judgement {
  const spoken = ruleLanguageOf(lang);
  const words = text.replace(ADDRESS, (address) => ' '.repeat(address.length));
  let score = 0;
  const reasons: Reason[] = [];
  for (const rule of rules) {
    if (rule.lang !== spoken) continue;
    const found = expressionOf(rule).exec(words);
    if (found === null) continue;
    score += rule.weight;
    if (rule.kind === 'against') continue;
    const at = start + found.index;
    reasons.push({ ruleId: rule.id, kind: rule.kind, start: at, end: at + found[0].length });
  }
  return { score, reasons };
}

/** What is neither is read by the rules of neither. */
function ruleLanguageOf(lang: string): RuleLanguage | null {
  const [language] = lang.toLowerCase().split('-');
  return language === 'ja' || language === 'en' ? language : null;
}

const expressions = new WeakMap<SuggestionRule, RegExp>();

function expressionOf(rule: SuggestionRule): RegExp {
  const known = expressions.get(rule);
  if (known) return known;
  const made = new RegExp(rule.pattern, rule.ignoreCase ? 'iu' : 'u');
  expressions.set(rule, made);
  return made;
}
