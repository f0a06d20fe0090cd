import { REASON_KINDS, RULE_LANGUAGES } from '../../app/suggest/rule.ts';
import { SUGGESTION_RULES } from '../../app/suggest/rules/all.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspaceState } from '../store/context.ts';
import { RuleRow } from './RuleRow.tsx';
import './suggestions.css';

const KINDS = [...REASON_KINDS, 'against'] as const;

/** Every rule that suggests sentences, with an example and a switch; they belong to the open project. */
export function RuleSettings() {
  const { t } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  return (
    <div className="rule-settings">
      <p className="dialog-hint">{t('suggest.settings.hint')}</p>
      {open === null ? <p className="dialog-hint">{t('suggest.settings.no-project')}</p> : null}
      {RULE_LANGUAGES.map((lang) => (
        <section key={lang} aria-label={t(`suggest.lang.${lang}`)}>
          <h3>{t(`suggest.lang.${lang}`)}</h3>
          {KINDS.map((kind) => (
            <div key={kind}>
              <h4>{t(`suggest.kind.${kind}`)}</h4>
              <ul>
                {SUGGESTION_RULES.filter((rule) => rule.lang === lang && rule.kind === kind).map((rule) => (
                  <RuleRow key={rule.id} rule={rule} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
