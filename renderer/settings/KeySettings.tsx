import { useState } from 'react';
import { actionGroups } from '../dialogs/action-groups.ts';
import { useTranslator } from '../i18n/context.ts';
import type { ActionId } from '../keys/actions.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { KeyRow } from './KeyRow.tsx';
import type { OwnKeys } from './key-changes.ts';

/** Every action with its keys, to be changed by pressing new ones. */
export function KeySettings() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const own = useWorkspaceState((state) => state.settings.keys);
  const [recording, setRecording] = useState<ActionId | null>(null);
  const change = (keys: OwnKeys) => void workspace.changeSettings({ keys });

  return (
    <div className="settings-keys">
      <div className="settings-keys-intro">
        <p className="dialog-hint">{t('settings.keys-hint')}</p>
        <button
          type="button"
          className="button small"
          disabled={Object.keys(own).length === 0}
          onClick={() => change({})}
        >
          {t('settings.keys-reset-all')}
        </button>
      </div>
      {actionGroups().map(({ group, actions }) => (
        <section key={group} aria-label={t(`keys.group.${group}`)}>
          <h3>{t(`keys.group.${group}`)}</h3>
          <ul>
            {actions.map((id) => (
              <KeyRow
                key={id}
                id={id}
                own={own}
                recording={recording === id}
                onRecord={(on) => setRecording(on ? id : null)}
                onChange={change}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
