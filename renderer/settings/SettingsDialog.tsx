import { type KeyboardEvent, useId, useState } from 'react';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';

import { SETTINGS_PAGES, type SettingsPage } from '../store/state.ts';

import { RuleSettings } from '../suggestions/RuleSettings.tsx';

import { Dialog } from '../ui/Dialog.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { ScaleSettings } from './ScaleSettings.tsx';
import { SignOffSettings } from './SignOffSettings.tsx';
import './settings.css';

/** What a person sets up on this computer, and the scale of the open project. Changes act at once. */
export function SettingsDialog({ firstPage }: { firstPage: SettingsPage }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [page, setPage] = useState<SettingsPage>(firstPage);
  const id = useId();

  const step = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = SETTINGS_PAGES[
      (SETTINGS_PAGES.indexOf(page) + by + SETTINGS_PAGES.length) % SETTINGS_PAGES.length
    ] as SettingsPage;
    setPage(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };

  return (
    <Dialog title={t('settings.title')} className="settings-dialog" onClose={() => workspace.show(null)}>
      <div role="tablist" aria-label={t('settings.title')} className="settings-tabs">
        {SETTINGS_PAGES.map((name) => (
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
        {page === 'sign-off' ? <SignOffSettings /> : null}
        {page === 'suggestions' ? <RuleSettings /> : null}
        {page === 'keys' ? <KeySettings /> : null}
      </div>
    </Dialog>
  );
}
