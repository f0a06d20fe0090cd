import { useState } from 'react';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { Dialog as DialogState } from '../store/state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { FormatField } from './FormatField.tsx';
import { Preview } from './Preview.tsx';
import { useImport } from './use-import.ts';
import './import.css';

interface Props {
  path: Extract<DialogState, { kind: 'import' }>['path'];
  /** A dropped file is on its way to the host. */
  uploading: boolean;
  dragging: boolean;
}

/** Annotations of other tools: the file first, then what it would do, then the change. */
export function ImportDialog({ path, uploading, dragging }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  if (path !== null) return <ImportOf key={path} path={path} />;
  return (
    <Dialog title={t('import.title')} onClose={() => workspace.show(null)}>
      <DialogProblems />
      <ChooseFile uploading={uploading} dragging={dragging} />
    </Dialog>
  );
}

function ImportOf({ path }: { path: string }) {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const editable = useWorkspaceState((state) => state.open !== null && !state.open.readOnly);
  const { state, preview, decisions, decide, carryOut } = useImport(path);
  const [update, setUpdate] = useState(false);
  const close = () => workspace.show(null);

  if (state.kind === 'done') {
    const undo = async () => {
      await workspace.undo();
      close();
    };
    return (
      <Dialog
        title={t('import.title')}
        onClose={close}
        footer={
          <>
            <button type="button" className="button" onClick={() => void undo()}>
              {t('toolbar.undo')}
            </button>
            <button type="button" className="button primary" ref={firstFocus} onClick={close}>
              {t('dialog.done')}
            </button>
          </>
        }
      >
        <p role="status">{t('import.done', { count: state.entries })}</p>
      </Dialog>
    );
  }

  const counts = preview?.counts;
  const coming = counts ? counts.added + counts.moved + (update ? counts.differs : 0) : 0;
  return (
    <Dialog
      title={t('import.title')}
      className="import-dialog"
      onClose={close}
      footer={
        <>
          <button
            type="button"
            className="button"
            onClick={() => workspace.show({ kind: 'import', path: null })}
          >
            {t('import.another')}
          </button>
          <span className="spring" />
          <button type="button" className="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!editable || !preview || coming === 0 || state.kind === 'importing'}
            onClick={() => preview && void carryOut(preview, update)}
          >
            {state.kind === 'importing' ? t('import.importing') : t('import.do', { count: coming })}
          </button>
        </>
      }
    >
      <div className="import-body">
        <div className="import-head">
          <h3>
            <bdi>{preview?.name ?? path.split(/[/\\]/u).at(-1)}</bdi>
          </h3>
          <FormatField
            format={decisions.format}
            recognised={preview?.format ?? null}
            onFormat={(format) => decide({ format })}
          />
        </div>
        {state.kind === 'reading' ? <p role="status">{t('import.reading')}</p> : null}
        {state.kind === 'failed' ? (
          <p className="field-problem" role="alert">
            {translator.problem(state.problem)}
          </p>
        ) : null}
        {preview ? (
          <Preview
            preview={preview}
            decisions={decisions}
            onDecide={decide}
            update={update}
            onUpdate={setUpdate}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
