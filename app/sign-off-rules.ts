import { z } from 'zod';

/** What a rule does to a sign-off that breaks it: nothing, say so first, refuse it. */
export const SEVERITIES = ['off', 'warn', 'refuse'] as const;
export type Severity = (typeof SEVERITIES)[number];

const severity = z.enum(SEVERITIES);

/** What a project asks of a story before it is signed off. Without defaults: what a change does not name it leaves alone. */
export const signOffRuleFields = z.strictObject({
  /** Every claim has a verdict. */
  verdict: severity,
  /** Every verdict but *out of scope* rests on evidence: an opinion has none. */
  evidence: severity,
  /** Every verdict says why. */
  rationale: severity,
  /** Every web address that is evidence has an archived copy. */
  archived: severity,
  /** Who signs off gave none of the verdicts. */
  secondPerson: severity,
});
export type SignOffRules = z.infer<typeof signOffRuleFields>;
export type SignOffRule = keyof SignOffRules;

export const DEFAULT_SIGN_OFF_RULES: SignOffRules = {
  verdict: 'warn',
  evidence: 'warn',
  rationale: 'warn',
  archived: 'off',
  secondPerson: 'refuse',
};

export const SIGN_OFF_RULES = Object.keys(DEFAULT_SIGN_OFF_RULES) as SignOffRule[];
