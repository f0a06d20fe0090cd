import { type KeyboardEvent, useId, useState } from 'react';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { ScaleSettings } from './ScaleSettings.tsx';
import './settings.css';

const PAGES = ['general', 'scale', 'keys'] as const;
type Page = (typeof PAGES)[number];

/** What a person sets up on this computer, and the scale of the open project. Changes act at once. */
export function SettingsDialog({ firstPage }: { firstPage: Page }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [page, setPage] = useState<Page>(firstPage);
  const id = useId();

  const step = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = PAGES[(PAGES.indexOf(page) + by + PAGES.length) % PAGES.length] as Page;
    setPage(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };

  return (
    <Dialog title={t('settings.title')} className="settings-dialog" onClose={() => workspace.show(null)}>
      <div role="tablist" aria-label={t('settings.title')} className="settings-tabs">
        {PAGES.map((name) => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            aria-selected={name === page}
            aria-controls={`${id}-page`}
            tabIndex={name === page ? 0 : -1}
            ref={name === firstPage ? firstFocus : undefined}
            onClick={() => setPage(name)}
            onKeyDown={step}
          >
            {t(`settings.page-${name}`)}
          </button>
        ))}
      </div>
      <div id={`${id}-page`} role="tabpanel" aria-labelledby={`${id}-${page}`} className="settings-page">
        <DialogProblems />
        {page === 'general' ? <GeneralSettings /> : null}
        {page === 'scale' ? <ScaleSettings /> : null}
        {page === 'keys' ? <KeySettings /> : null}
      </div>
    </Dialog>
  );
}
