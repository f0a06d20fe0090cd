import { useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogProblems } from './DialogProblems.tsx';
import { firstFocus } from './first-focus.ts';

/** Asks for the name that reviews are signed with, then goes on with what needed it. */
export function ReviewerDialog({ onNamed }: { onNamed: () => void }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const given = name.trim();
  const save = async () => {
    if (given === '' || !(await workspace.changeSettings({ reviewer: given }))) return;
    workspace.show(null);
    onNamed();
  };
  return (
    <Dialog
      title={t('reviewer.title')}
      onClose={() => workspace.show(null)}
      footer={
        <>
          <button type="button" className="button" onClick={() => workspace.show(null)}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form="reviewer-form" className="button primary" disabled={given === ''}>
            {t('reviewer.save')}
          </button>
        </>
      }
    >
      <DialogProblems />
      <form
        id="reviewer-form"
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="label" htmlFor="reviewer-name">
          {t('reviewer.name')}
        </label>
        <input
          id="reviewer-name"
          className="input"
          ref={firstFocus}
          value={name}
          autoComplete="name"
          aria-describedby="reviewer-hint"
          onChange={(event) => setName(event.target.value)}
        />
        <p id="reviewer-hint" className="dialog-hint">
          {t('reviewer.hint')}
        </p>
      </form>
    </Dialog>
  );
}
