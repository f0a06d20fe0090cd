import { useState } from 'react';
import { LicencesDialog } from '../about/LicencesDialog.tsx';
import { AgreementDialog } from '../agreement/AgreementDialog.tsx';
import { StoriesBulkDialog } from '../bulk/StoriesBulkDialog.tsx';
import { BundleDialog } from '../bundle/BundleDialog.tsx';
import { VerifyDialog } from '../bundle/VerifyDialog.tsx';
import { CodebookDialog } from '../codebook/CodebookDialog.tsx';
import { QuoteDialog } from '../evidence/QuoteDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { SavedFiltersDialog } from '../filters/SavedFiltersDialog.tsx';
import { GlossaryDialog } from '../glossary/GlossaryDialog.tsx';
import { GuideDialog } from '../guide/GuideDialog.tsx';
import { CompareDialog } from '../history/CompareDialog.tsx';
import { ProjectHistoryDialog } from '../history/ProjectHistoryDialog.tsx';
import { useTranslator } from '../i18n/context.ts';
import { ImportDialog } from '../import/ImportDialog.tsx';
import { SimilarDialog } from '../likeness/SimilarDialog.tsx';
import { MergeDialog } from '../merge/MergeDialog.tsx';
import { ProblemsDialog } from '../problems/ProblemsDialog.tsx';
import { QueueDialog } from '../queue/QueueDialog.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { ReopenDialog } from '../sign-off/ReopenDialog.tsx';
import { SignOffDialog } from '../sign-off/SignOffDialog.tsx';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { Dialog } from '../store/state.ts';
import { Tour } from '../tour/Tour.tsx';
import { DumpReadingDialog } from './dump-reading/DumpReadingDialog.tsx';
import { FilesDialog } from './files/FilesDialog.tsx';
import { isSaving } from './files/file-entries.ts';
import { KeySheet } from './keys/KeySheet.tsx';
import { openFiles } from './open-files.ts';
import { Palette } from './palette/Palette.tsx';
import { ReviewerDialog } from './ReviewerDialog.tsx';
import { ReanchorDialog } from './reanchor/ReanchorDialog.tsx';
import { useFileDrop } from './use-file-drop.ts';
import './dialogs.css';

/** The dialog that is open, and files dropped anywhere on the window. */
export function Dialogs() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const dialog = useWorkspaceState((state) => state.dialog);
  const [uploading, setUploading] = useState(false);

  const chooseUploaded = async (file: File, onChosen: (path: string) => void) => {
    setUploading(true);
    await workspace.attempt(async () => {
      const path = await workspace.connection.pathOf(file);
      workspace.show(null);
      onChosen(path);
    });
    setUploading(false);
  };
  const dropped = (): ((files: File[]) => void) | null => {
    if (dialog === null) return (files) => void openFiles(workspace, files);
    if (dialog.kind === 'import')
      return ([file]) => {
        if (file) void chooseUploaded(file, (path) => workspace.show({ kind: 'import', path }));
      };
    if (dialog.kind !== 'files' || isSaving(dialog.purpose)) return null;
    return ([file]) => {
      if (file) void chooseUploaded(file, dialog.onChosen);
    };
  };
  const dragging = useFileDrop(dropped());

  return (
    <>
      {dragging && dialog === null ? <div className="drop-overlay">{t('drop.overlay')}</div> : null}
      {dialog ? shown(dialog) : null}
    </>
  );

  function shown(open: Dialog) {
    switch (open.kind) {
      case 'dump-reading':
        return (
          <DumpReadingDialog key={`${open.path} ${open.dumpId}`} path={open.path} dumpId={open.dumpId} />
        );
      case 'files':
        return (
          <FilesDialog
            key={`${open.purpose} ${open.suggestedName}`}
            purpose={open.purpose}
            suggestedName={open.suggestedName}
            onChosen={open.onChosen}
            dragging={dragging}
            uploading={uploading}
            onUpload={(file) => void chooseUploaded(file, open.onChosen)}
          />
        );
      case 'export':
        return <ExportDialog />;
      case 'bundle':
        return <BundleDialog />;
      case 'verify-bundle':
        return <VerifyDialog key={`${open.path} ${open.into?.folder}`} path={open.path} into={open.into} />;
      case 'import':
        return <ImportDialog path={open.path} uploading={uploading} dragging={dragging} />;
      case 'reanchor':
        return <ReanchorDialog key={open.dumpId} dumpId={open.dumpId} />;
      case 'problems':
        return <ProblemsDialog key={open.dumpId} dumpId={open.dumpId} />;
      case 'glossary':
        return <GlossaryDialog />;
      case 'settings':
        return <SettingsDialog firstPage={open.page ?? 'general'} />;
      case 'tour':
        return <Tour />;
      case 'licences':
        return <LicencesDialog />;
      case 'guide':
        return <GuideDialog />;
      case 'project-history':
        return <ProjectHistoryDialog />;
      case 'compare':
        return <CompareDialog other={open.other} />;
      case 'merge':
        return <MergeDialog path={open.path} base={open.base} />;
      case 'agreement':
        return <AgreementDialog choice={open.choice} />;
      case 'keys':
        return <KeySheet />;
      case 'palette':
        return <Palette />;
      case 'queues':
        return <QueueDialog />;
      case 'similar': {
        const { open: project, story } = workspace.state.get();
        const dumpId = project?.currentDumpId;
        return dumpId && story ? (
          <SimilarDialog dumpId={dumpId} story={story} claimId={open.claimId} />
        ) : null;
      }
      case 'bulk':
        return <StoriesBulkDialog />;
      case 'saved-filters':
        return <SavedFiltersDialog />;
      case 'codebook':
        return <CodebookDialog />;
      case 'reviewer':
        return <ReviewerDialog onNamed={open.onNamed} />;
      case 'quote-evidence':
        return <QuoteDialog quoted={open.quoted} />;
      case 'sign-off':
        return <SignOffDialog />;
      case 'reopen':
        return <ReopenDialog state={open.state} onReopened={open.onReopened} />;
      case 'tag-picker':
        // Belongs to the reading view, which it is mounted by.
        return null;
      default:
        return assertNever(open);
    }
  }
}

function assertNever(dialog: never): never {
  throw new Error(`not a dialog: ${JSON.stringify(dialog)}`);
}
