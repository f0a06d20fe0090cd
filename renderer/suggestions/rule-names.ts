import type { Locale } from '../../app/settings.ts';
import { type RuleId, SUGGESTION_RULES } from '../../app/suggest/rules/all.ts';
import { MESSAGES, type MessageKey } from '../i18n/messages.ts';

/** What a rule looks for, in words. */
export function ruleLabel(id: RuleId): MessageKey {
  return `suggest.rule.${id}`;
}

/** The name of a rule in either language; its id where this version does not know it. */
export function ruleNames(id: string): Record<Locale, string> {
  const rule = SUGGESTION_RULES.find((known) => known.id === id);
  if (!rule) return { en: id, ja: id };
  const label = ruleLabel(rule.id);
  return { en: MESSAGES.en[label], ja: MESSAGES.ja[label] };
}
