import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { ScrollRegion } from '../dialogs/ScrollRegion.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { AgreementChoice } from '../store/state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { CoderChoice } from './CoderChoice.tsx';
import { Findings } from './Findings.tsx';
import { SaveAgreement } from './SaveAgreement.tsx';
import { useAgreement } from './use-agreement.ts';
import './agreement.css';

/** How far the coder of this project agrees with others, or the people of this project with each other. */
export function AgreementDialog({ choice }: { choice: AgreementChoice }) {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const isOpen = useWorkspaceState((state) => state.open !== null);
  const comparing = useAgreement(choice);
  if (!isOpen) return null;
  const report = comparing.kind === 'compared' ? comparing.report : null;
  return (
    <Dialog
      title={t('agreement.title')}
      className="agreement-dialog"
      onClose={() => workspace.show(null)}
      footer={report ? <SaveAgreement report={report} /> : undefined}
    >
      <CoderChoice choice={choice} />
      <ScrollRegion className="agreement-scroll" label={t('agreement.result')}>
        {report ? (
          <Findings report={report} choice={choice} />
        ) : (
          <p className="dialog-hint" role="status">
            {comparing.kind === 'nobody'
              ? t('agreement.hint')
              : t(comparing.kind === 'failed' ? 'agreement.failed' : 'agreement.comparing')}
          </p>
        )}
      </ScrollRegion>
      <DialogProblems />
    </Dialog>
  );
}
