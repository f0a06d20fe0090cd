import { useEffect, useState } from 'react';
import type { Comparing } from '../../app/contract.ts';
import type { Decision } from '../../app/merge/merge.ts';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { commitPendingEdits } from '../ui/pending-edits.ts';
import { Adjudication } from './Adjudication.tsx';
import { type Chosen, keepDecisions, keptDecisions } from './decisions.ts';
import { MergeNumbers } from './MergeNumbers.tsx';
import './merge.css';

/** Another person's project beside the open one: what both hold, what needs a decision, and the merge. */
export function MergeDialog({ path, base }: { path: string | null; base: string | null }) {
  const workspace = useWorkspace();
  const translator = useTranslator();
  const { t } = translator;
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const [found, setFound] = useState<Comparing | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    setFound(null);
    if (path === null) return;
    let current = true;
    void workspace.attempt(async () => {
      // What is being written counts as mine.
      await commitPendingEdits();
      const comparing = await workspace.connection.call('merge.compare', { path, base });
      if (!current) return;
      setChosen(keptDecisions(comparing.compared));
      setFound(comparing);
    });
    return () => {
      current = false;
    };
  }, [workspace, path, base]);

  if (!project) return null;
  const decide = (changes: Record<string, Decision | null>) => {
    if (!found) return;
    const next: Record<string, Decision> = { ...chosen };
    for (const [id, decision] of Object.entries(changes)) {
      if (decision) next[id] = decision;
      else delete next[id];
    }
    keepDecisions(found.compared, next);
    setChosen(next);
  };
  const choose = (then: (file: string) => { path: string | null; base: string | null }) =>
    void workspace.choose('open-project', '', (file) => workspace.show({ kind: 'merge', ...then(file) }));
  const left = found ? found.conflicts.filter(({ id }) => chosen[id] === undefined).length : 0;
  const merge = async () => {
    if (!found || path === null) return;
    setBusy(true);
    const done = await workspace.attempt(async () => {
      const { compared, title } = found;
      const merged = await workspace.connection.call('merge.apply', {
        path,
        base,
        compared,
        decisions: chosen,
      });
      workspace.show(null);
      workspace.inform(t('merge.done', { title: title || t('project.untitled'), left: merged.left }));
    });
    if (!done) setBusy(false);
  };

  return (
    <Dialog
      title={t('merge.title')}
      className="merge-dialog"
      onClose={() => workspace.show(null)}
      footer={
        found && (found.changes || found.conflicts.length > 0) ? (
          <button type="button" className="button primary" disabled={busy} onClick={() => void merge()}>
            {busy ? t('merge.merging') : t('merge.apply', { left })}
          </button>
        ) : null
      }
    >
      <div className="merge-files">
        <button
          type="button"
          className={path === null ? 'button primary' : 'button small'}
          onClick={() => choose((file) => ({ path: file, base: null }))}
        >
          {t(path === null ? 'merge.choose' : 'merge.choose-another')}
        </button>
        {found?.sameProject ? (
          <button
            type="button"
            className="button small"
            onClick={() => choose((file) => ({ path, base: file }))}
          >
            {t('merge.choose-base')}
          </button>
        ) : null}
        {found ? (
          <strong className="merge-with">
            {t('merge.with', { title: found.title || t('project.untitled') })}
          </strong>
        ) : null}
      </div>
      {path === null ? <p className="dialog-hint">{t('merge.hint')}</p> : null}
      {path !== null && !found ? <p className="dialog-hint">{t('merge.comparing')}</p> : null}
      {found ? (
        <>
          <p className="dialog-hint">{ancestorWords(found)}</p>
          {found.notices.map((notice) => (
            <p key={notice.code} className="field-problem">
              {translator.problem(notice)}
            </p>
          ))}
          <MergeNumbers tallies={found.tallies} />
          {found.changes || found.conflicts.length > 0 ? null : <p role="status">{t('merge.nothing')}</p>}
          {found.conflicts.length > 0 ? (
            <Adjudication conflicts={found.conflicts} chosen={chosen} project={project} onDecide={decide} />
          ) : null}
        </>
      ) : null}
      <DialogProblems />
    </Dialog>
  );

  function ancestorWords({ ancestor, sameProject }: Comparing): string {
    if (ancestor) return t(`merge.ancestor.${ancestor.by}`, { sequence: ancestor.sequence });
    return t(sameProject ? 'merge.ancestor.none' : 'merge.ancestor.apart');
  }
}
