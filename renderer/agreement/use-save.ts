import type { AgreementReport, QuestionId } from '../../app/agreement/projects/report.ts';
import type { CallParams } from '../../app/contract.ts';
import { asFileName } from '../dialogs/paths.ts';
import { startDownload } from '../export/start-download.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { AgreementChoice } from '../store/state.ts';
import { chooseAgreement } from './choice.ts';

type What = CallParams<'agreement.write'>['what'];

/** Writes what was compared: to a place that the person chooses, or as a download where the host is a browser. */
export function useSave(): (what: What, question: QuestionId, report: AgreementReport) => void {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const inBrowser = useWorkspaceState(({ start }) => start?.host === 'browser');
  const dialog = useWorkspaceState((state) => state.dialog);
  const choice: AgreementChoice | null = dialog?.kind === 'agreement' ? dialog.choice : null;

  return (what, question, report) => {
    const names = report.coders.map((coder) => coder.name).join(' – ');
    const title = what === 'confusion' ? `${names} ${t(`agreement.question.${question}`)}` : names;
    const name = `${asFileName(title, 'agreement')}.${what === 'json' ? 'json' : 'csv'}`;
    const write = (target: CallParams<'agreement.write'>['target']) =>
      workspace.attempt(async () => {
        const { download, path } = await workspace.connection.call('agreement.write', {
          what,
          question,
          locale,
          target,
        });
        if (download) startDownload(download, name);
        workspace.inform(t('agreement.saved', { name: download ? name : path }));
      });
    if (inBrowser) void write({ downloadName: name });
    else
      void workspace.choose('save-report', name, (path) => {
        if (choice) chooseAgreement(workspace, choice);
        void write({ path });
      });
  };
}
