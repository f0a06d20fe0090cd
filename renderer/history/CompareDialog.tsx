import { useEffect, useState } from 'react';
import type { Backup, Comparison } from '../../app/contract.ts';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { ScrollRegion } from '../dialogs/ScrollRegion.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { ComparedWith } from '../store/state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Differences } from './Differences.tsx';
import './history.css';

/** What makes the open project of another file, or of a state that is kept as a backup. */
export function CompareDialog({ other }: { other: ComparedWith | null }) {
  const workspace = useWorkspace();
  const { t, dateTime } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  const [found, setFound] = useState<Comparison | null>(null);

  useEffect(() => {
    void workspace.attempt(async () => setBackups(await workspace.connection.call('project.backups', {})));
  }, [workspace]);
  useEffect(() => {
    setFound(null);
    if (!other) return;
    let current = true;
    void workspace.attempt(async () => {
      const comparison = await workspace.connection.call('project.compare', { with: other });
      if (current) setFound(comparison);
    });
    return () => {
      current = false;
    };
  }, [workspace, other]);

  if (!open) return null;
  const choose = () =>
    workspace.choose('open-project', '', (path) => workspace.show({ kind: 'compare', other: { path } }));
  return (
    <Dialog title={t('diff.title')} className="history-dialog" onClose={() => workspace.show(null)}>
      <div className="compare-choice">
        <button type="button" className="button" onClick={() => void choose()}>
          {t('diff.choose')}
        </button>
        {backups.length > 0 ? (
          <label>
            <span>{t('diff.backup')}</span>
            <select
              className="input"
              value={other && 'backup' in other ? other.backup : ''}
              onChange={(event) =>
                workspace.show({ kind: 'compare', other: { backup: Number(event.target.value) } })
              }
            >
              <option value="" disabled>
                {t('diff.choose-backup')}
              </option>
              {backups.map(({ number, at, sequence }) => (
                <option key={number} value={number}>
                  {t('diff.backup-of', {
                    time: dateTime(at),
                    changes: Math.max(0, open.sequence - sequence),
                  })}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <ScrollRegion className="history-scroll" label={t('diff.differences')}>
        {found ? (
          <Differences comparison={found} project={open.project} />
        ) : (
          <p className="dialog-hint">{t(other ? 'diff.comparing' : 'diff.hint')}</p>
        )}
      </ScrollRegion>
      <DialogProblems />
    </Dialog>
  );
}
