import { useState } from 'react';
import { actionLabel } from '../dialogs/action-label.ts';
import { useIsMac } from '../dialogs/use-is-mac.ts';
import { useTranslator } from '../i18n/context.ts';
import type { ActionId } from '../keys/actions.ts';
import { displayKeys, keysOf } from '../keys/keymap.ts';
import { useWorkspaceState } from '../store/context.ts';
import {
  isChanged,
  type OwnKeys,
  takenBy,
  unreachable,
  withDefault,
  withKey,
  withoutKey,
} from './key-changes.ts';
import { useKeyRecorder } from './use-key-recorder.ts';

interface Props {
  id: ActionId;
  own: OwnKeys;
  recording: boolean;
  onRecord: (on: boolean) => void;
  onChange: (own: OwnKeys) => void;
}

/** One action: its keys, each to be taken away; a new one to be pressed; what else has the pressed one. */
export function KeyRow({ id, own, recording, onRecord, onChange }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const scale = useWorkspaceState((state) => state.open?.project.scale ?? null);
  const mac = useIsMac();
  const [wanted, setWanted] = useState<string | null>(null);
  const label = actionLabel(translator, id, scale);
  const conflict = wanted === null ? null : takenBy(own, wanted, id);

  useKeyRecorder(recording, mac, (combination) => {
    onRecord(false);
    if (combination === null) return;
    if (takenBy(own, combination, id)) setWanted(combination);
    else onChange(withKey(own, id, combination));
  });

  return (
    <li className="key-row">
      <span className="key-row-label">{label}</span>
      <span className="key-row-keys">
        {keysOf(id, own).map((combination) => (
          <button
            key={combination}
            type="button"
            className="key-row-key"
            aria-label={t('settings.keys-remove', { keys: displayKeys(combination, mac), action: label })}
            title={t('settings.keys-remove', { keys: displayKeys(combination, mac), action: label })}
            onClick={() => onChange(withoutKey(own, id, combination))}
          >
            <kbd>{displayKeys(combination, mac)}</kbd>
            <span aria-hidden="true">×</span>
          </button>
        ))}
        <button
          type="button"
          className="button small"
          aria-pressed={recording}
          aria-label={t(recording ? 'settings.keys-press-for' : 'settings.keys-add-to', { action: label })}
          onClick={() => {
            setWanted(null);
            onRecord(!recording);
          }}
        >
          {t(recording ? 'settings.keys-press' : 'settings.keys-add')}
        </button>
        {isChanged(own, id) ? (
          <button
            type="button"
            className="button quiet small"
            aria-label={t('settings.keys-reset-of', { action: label })}
            onClick={() => onChange(withDefault(own, id))}
          >
            {t('settings.keys-reset')}
          </button>
        ) : null}
      </span>
      {wanted !== null && conflict ? (
        <span className="key-row-conflict" role="alert">
          {t('settings.keys-taken', {
            keys: displayKeys(wanted, mac),
            action: actionLabel(translator, conflict, scale),
          })}
          <button
            type="button"
            className="button small"
            onClick={() => {
              onChange(withKey(own, id, wanted));
              setWanted(null);
            }}
          >
            {t('settings.keys-take')}
          </button>
          <button type="button" className="button quiet small" onClick={() => setWanted(null)}>
            {t('dialog.cancel')}
          </button>
        </span>
      ) : null}
      {unreachable(own, id).map(({ combination, by }) => (
        <span key={combination} className="key-row-conflict">
          {t('settings.keys-unreachable', {
            keys: displayKeys(combination, mac),
            action: actionLabel(translator, by, scale),
          })}
        </span>
      ))}
    </li>
  );
}
