import { useEffect, useId, useRef, useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** Milliseconds of rest after which a typed name counts. */
const REST = 600;

/** The name that reviews, claims and notes are signed with. Nothing is stored while an input method composes. */
export function ReviewerField() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const reviewer = useWorkspaceState((state) => state.settings.reviewer);
  const [name, setName] = useState(reviewer);
  const [composing, setComposing] = useState(false);
  const id = useId();
  const pending = useRef<string | null>(null);
  pending.current = name.trim() !== reviewer && !composing ? name.trim() : null;

  useEffect(() => {
    if (composing || name.trim() === reviewer) return;
    const timer = setTimeout(() => void workspace.changeSettings({ reviewer: name.trim() }), REST);
    return () => clearTimeout(timer);
  }, [name, composing, reviewer, workspace]);

  useEffect(
    () => () => {
      // The dialog was closed before the rest was over.
      if (pending.current !== null) void workspace.changeSettings({ reviewer: pending.current });
    },
    [workspace],
  );

  return (
    <label className="settings-row" htmlFor={id}>
      <span>{t('settings.reviewer')}</span>
      <span>
        <input
          id={id}
          className="input"
          value={name}
          autoComplete="name"
          aria-describedby={`${id}-hint`}
          onChange={(event) => setName(event.target.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
        />
        <span id={`${id}-hint`} className="dialog-hint">
          {t('settings.reviewer-hint')}
        </span>
      </span>
    </label>
  );
}
