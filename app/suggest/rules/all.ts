import { ENGLISH_RULES } from './en.ts';
import { JAPANESE_RULES } from './ja.ts';

/** Every rule, in the order in which they are listed. */
export const SUGGESTION_RULES = [...JAPANESE_RULES, ...ENGLISH_RULES];

export type RuleId = (typeof SUGGESTION_RULES)[number]['id'];
