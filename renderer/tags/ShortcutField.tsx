import { useId, useState } from 'react';
import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { actionLabel } from '../dialogs/action-label.ts';
import { useIsMac } from '../dialogs/use-is-mac.ts';
import { useTranslator } from '../i18n/context.ts';
import { displayKeys, keymap } from '../keys/keymap.ts';
import { isUsable } from '../keys/tag-shortcuts.ts';
import { useKeyRecorder } from '../settings/use-key-recorder.ts';
import { useWorkspaceState } from '../store/context.ts';

interface Props {
  project: Project;
  tag: Tag;
  onChange: (shortcut: string) => void;
}

/** The keys that put a tag on something: pressed to be set, and refused where they mean something else. */
export function ShortcutField({ project, tag, onChange }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const mac = useIsMac();
  const own = useWorkspaceState((state) => state.settings.keys);
  const [recording, record] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const clash = (combination: string): string | null => {
    const keys = displayKeys(combination, mac);
    if (!isUsable(combination)) return t('tag.shortcut.unusable', { keys });
    const action = keymap(own).get(combination);
    if (action) return t('tag.shortcut.taken', { keys, by: actionLabel(translator, action, project.scale) });
    const rival = project.tags.find((other) => other.id !== tag.id && other.shortcut === combination);
    return rival ? t('tag.shortcut.taken', { keys, by: rival.name }) : null;
  };
  useKeyRecorder(recording, mac, (combination) => {
    record(false);
    if (combination === null) return;
    const wrong = clash(combination);
    setProblem(wrong);
    if (wrong === null) onChange(combination);
  });
  const hidden = tag.shortcut === '' ? null : clash(tag.shortcut);
  const shown = problem ?? hidden;
  return (
    <div className="field">
      <span className="label" id={id}>
        {t('tag.shortcut')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are a key and its buttons. */}
      <div className="buttons" role="group" aria-labelledby={id}>
        {tag.shortcut === '' ? null : <kbd>{displayKeys(tag.shortcut, mac)}</kbd>}
        <button
          type="button"
          className="button small"
          aria-pressed={recording}
          onClick={() => {
            setProblem(null);
            record(!recording);
          }}
        >
          {t(recording ? 'settings.keys-press' : 'tag.shortcut.set')}
        </button>
        {tag.shortcut === '' ? null : (
          <button type="button" className="button quiet small" onClick={() => onChange('')}>
            {t('tag.shortcut.clear')}
          </button>
        )}
      </div>
      {shown === null ? null : (
        <p className="field-problem" role="alert">
          {shown}
        </p>
      )}
    </div>
  );
}
