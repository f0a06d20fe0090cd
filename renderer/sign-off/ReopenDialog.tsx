import { useState } from 'react';
import type { ReviewState } from '../../app/review.ts';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { markReview } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface Props {
  state: ReviewState;
  onReopened: () => void;
}

/** Asks why a story that was signed off is opened again, then goes on with what needed it. */
export function ReopenDialog({ state, onReopened }: Props) {
  const { t, dateTime } = useTranslator();
  const workspace = useWorkspace();
  const [why, setWhy] = useState('');
  const review = useWorkspaceState(({ open, story }) =>
    story ? open?.project.reviews.get(`${open.currentDumpId}/${story.id}`) : undefined,
  );
  const given = why.trim();
  const reopen = async () => {
    const desk = workspace.desk();
    if (given === '' || !desk || !(await workspace.execute(markReview(desk, state, given)))) return;
    workspace.show(null);
    onReopened();
  };
  return (
    <Dialog
      title={t('reopen.title')}
      onClose={() => workspace.show(null)}
      footer={
        <>
          <button type="button" className="button" onClick={() => workspace.show(null)}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form="reopen-form" className="button primary" disabled={given === ''}>
            {t('reopen.do')}
          </button>
        </>
      }
    >
      <DialogProblems />
      {review ? <p>{t('reopen.signed', { by: review.by, at: dateTime(review.at) })}</p> : null}
      <form
        id="reopen-form"
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          void reopen();
        }}
      >
        <label className="label" htmlFor="reopen-why">
          {t('reopen.why')}
        </label>
        <input
          id="reopen-why"
          className="input"
          ref={firstFocus}
          value={why}
          autoComplete="off"
          onChange={(event) => setWhy(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
