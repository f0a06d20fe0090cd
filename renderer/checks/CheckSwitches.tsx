import { CHECKS } from '../../app/translation/checks/finding.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { CHECK_LABELS } from './messages.ts';

/** Which checks the project wants. */
export function CheckSwitches() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const off = useWorkspaceState(({ open }) => open?.project.checksOff);
  return (
    <details className="fold">
      <summary>{t('checks.which')}</summary>
      <ul className="check-switches">
        {CHECKS.map((check) => (
          <li key={check}>
            <label>
              <input
                type="checkbox"
                checked={!off?.includes(check)}
                onChange={(event) =>
                  void workspace.execute({ type: 'check.switch', check, on: event.currentTarget.checked })
                }
              />
              {t(CHECK_LABELS[check])}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
