import { useEffect, useState } from 'react';
import { fileName } from '../dialogs/paths.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** What is opened sooner than this is not worth a word, in ms. */
const PATIENCE = 700;

/** That a dump is being opened, where that takes its time, and the way to give it up. */
export function Opening() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const opening = useWorkspaceState((state) => state.opening);
  const [late, setLate] = useState<typeof opening>(null);
  useEffect(() => {
    if (!opening) return;
    const timer = window.setTimeout(() => setLate(opening), PATIENCE);
    return () => window.clearTimeout(timer);
  }, [opening]);
  if (!opening || opening !== late) return null;
  return (
    <div className="notice opening" role="status">
      <p>{t('opening.label', { name: fileName(opening.path) })}</p>
      <progress aria-label={t('status.scanning')} />
      <button type="button" className="button small" onClick={() => void workspace.cancelOpening()}>
        {t('dialog.cancel')}
      </button>
    </div>
  );
}
