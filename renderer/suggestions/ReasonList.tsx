import type { Suggestion } from '../../app/suggest/suggest.ts';
import { useTranslator } from '../i18n/context.ts';
import { ruleNames } from './rule-names.ts';

/** Why a sentence is suggested, in words, with the words of it that each reason was found in. */
export function ReasonList({ suggestion, text }: { suggestion: Suggestion; text: string }) {
  const { t, locale } = useTranslator();
  const lang = suggestion.lang === 'und' ? undefined : suggestion.lang;
  return (
    <ul className="suggestion-reasons" aria-label={t('suggest.reasons')}>
      {suggestion.reasons.map(({ ruleId, start, end }) => (
        <li key={ruleId}>
          {ruleNames(ruleId)[locale]} <mark lang={lang}>{text.slice(start, end).trim()}</mark>
        </li>
      ))}
    </ul>
  );
}
