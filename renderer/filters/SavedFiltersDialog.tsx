import { type FormEvent, useState } from 'react';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { newId } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SavedFilterRow } from './SavedFilterRow.tsx';
import { keptFilter, savedInOrder } from './saved-filters.ts';
import { useCounts } from './use-counts.ts';
import './filters.css';

/** The filters of the project: each shows its stories at a press, and what is shown now can be kept. */
export function SavedFiltersDialog() {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const filters = useWorkspaceState((state) => state.open?.project.filters ?? null);
  const shown = useWorkspaceState((state) => state.view?.count ?? 0);
  const [name, setName] = useState('');
  const saved = filters ? savedInOrder(filters, locale) : [];
  const counts = useCounts(saved);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    await workspace.attempt(async () => {
      const { sort } = workspace.state.get();
      const filter = { id: newId(), name: name.trim(), filter: await keptFilter(workspace), sort };
      if (await workspace.execute({ type: 'filter.add', filter })) setName('');
    });
  };
  return (
    <Dialog title={t('saved-filters.title')} className="saved-filters" onClose={() => workspace.show(null)}>
      <DialogProblems />
      {saved.length === 0 ? (
        <p className="dialog-hint">{t('saved-filters.none')}</p>
      ) : (
        <ul className="saved-filter-list" aria-label={t('saved-filters.title')}>
          {saved.map((each, index) => (
            <SavedFilterRow
              key={each.id}
              saved={each}
              count={counts.get(each.id) ?? null}
              first={index === 0}
            />
          ))}
        </ul>
      )}
      {editable ? (
        <form className="saved-filter-new" onSubmit={(event) => void save(event)}>
          <label className="field">
            <span className="label">{t('saved-filters.save-as', { count: shown })}</span>
            <input
              ref={saved.length === 0 ? firstFocus : undefined}
              className="input"
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <button type="submit" className="button" disabled={name.trim() === ''}>
            {t('saved-filters.save')}
          </button>
        </form>
      ) : null}
    </Dialog>
  );
}
