import type { Suggestion } from '../../app/suggest/suggest.ts';
import { useTranslator } from '../i18n/context.ts';
import { ruleNames } from './rule-names.ts';

/** Why a sentence is suggested, in words, with the words of it that each reason was found in. */
export function ReasonList({ suggestion, text }: { suggestion: Suggestion; text: string }) {
  const { t, locale } = useTranslator();
  return (
    <ul className="suggestion-reasons" aria-label={t('suggest.reasons')}>
      {suggestion.reasons.map(({ ruleId, start, end }) => (
        <li key={ruleId}>
          {t('suggest.reason', { rule: ruleNames(ruleId)[locale], words: text.slice(start, end).trim() })}
        </li>
      ))}
    </ul>
  );
}
