import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { ScrollRegion } from '../dialogs/ScrollRegion.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PastList } from './PastList.tsx';
import { usePast } from './use-past.ts';
import './history.css';

/** Everything that was done to the project, as far back as is known. */
export function ProjectHistoryDialog() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  const past = usePast(null);
  if (!open) return null;
  return (
    <Dialog
      title={t('history.of-project', { project: open.project.title || t('project.untitled') })}
      className="history-dialog"
      onClose={() => workspace.show(null)}
    >
      <p className="dialog-hint">{t('history.hint')}</p>
      <ScrollRegion className="history-scroll" label={t('history.changes')}>
        {past ? <PastList past={past} open={open} storyKey={null} /> : <p>{t('history.reading')}</p>}
      </ScrollRegion>
      <DialogProblems />
    </Dialog>
  );
}
