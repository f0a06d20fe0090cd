import { SEVERITIES, SIGN_OFF_RULES } from '../../app/sign-off-rules.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** What the open project asks of a story before it is signed off. Each change can be undone. */
export function SignOffSettings() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const rules = useWorkspaceState(({ open }) => open?.project.signOffRules ?? null);
  const readOnly = useWorkspaceState(({ open }) => open?.readOnly ?? true);
  if (!rules) return <p className="dialog-hint">{t('settings.signOff.noProject')}</p>;
  return (
    <div className="settings-rows">
      <p className="dialog-hint">{t('settings.signOff.hint')}</p>
      {SIGN_OFF_RULES.map((rule) => (
        <fieldset key={rule} className="settings-rule" disabled={readOnly}>
          <legend>{t(`settings.signOff.${rule}`)}</legend>
          <span className="settings-choices">
            {SEVERITIES.map((severity) => (
              <label key={severity}>
                <input
                  type="radio"
                  name={rule}
                  checked={rules[rule] === severity}
                  onChange={() =>
                    void workspace.execute({ type: 'rules.change', changes: { [rule]: severity } })
                  }
                />
                {t(`settings.signOff.severity.${severity}`)}
              </label>
            ))}
          </span>
        </fieldset>
      ))}
    </div>
  );
}
