import { useMemo, useState } from 'react';
import type { FolderEntry } from '../../../app/contract.ts';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogProblems } from '../DialogProblems.tsx';
import { firstFocus } from '../first-focus.ts';
import { joinPath } from '../paths.ts';
import { useActiveOption } from '../use-active-option.ts';
import { FileRows } from './FileRows.tsx';
import { type FilesPurpose, isSaving, listed, withExtension } from './file-entries.ts';
import { SaveName } from './SaveName.tsx';
import { Upload } from './Upload.tsx';
import { useFolder } from './use-folder.ts';
import './files.css';

interface Props {
  purpose: FilesPurpose;
  suggestedName: string;
  onChosen: (path: string) => void;
  /** Files are being dragged over the window. */
  dragging: boolean;
  /** A dropped file is on its way to the host. */
  uploading: boolean;
  onUpload: (file: File) => void;
}

/** Files and folders that the host may see, for a host without a dialog of its own. */
export function FilesDialog({ purpose, suggestedName, onChosen, dragging, uploading, onUpload }: Props) {
  const translator = useTranslator();
  const { t, locale } = translator;
  const workspace = useWorkspace();
  const saving = isSaving(purpose);
  const { folder, problem, open } = useFolder(saving);
  const [typed, setTyped] = useState('');
  const [everything, setEverything] = useState(false);
  const [name, setName] = useState(suggestedName);
  const entries = useMemo(
    () => (folder ? listed(folder, { purpose, everything, typed }, locale) : []),
    [folder, purpose, everything, typed, locale],
  );

  const choose = (path: string) => {
    workspace.show(null);
    onChosen(path);
  };
  const enter = (path: string | null) => {
    setTyped('');
    open(path);
  };
  // Above the topmost folder that may be seen stands the list of all of these.
  const goUp = () => {
    if (folder && folder.path !== '') enter(folder.parent);
  };
  const pick = (entry: FolderEntry) => {
    if (entry.kind === 'folder') enter(entry.path);
    else if (saving) setName(entry.name);
    else choose(entry.path);
  };
  const options = useActiveOption(entries.length, `${folder?.path} ${typed} ${everything}`, (index) => {
    const entry = entries[index];
    if (entry) pick(entry);
  });
  const finalName = withExtension(purpose, name, suggestedName);

  return (
    <Dialog
      title={t(`files.title.${purpose}`)}
      className="files-dialog"
      onClose={() => workspace.show(null)}
      footer={
        saving ? (
          <SaveName
            key={`${folder?.path} ${finalName}`}
            finalName={finalName}
            exists={folder?.entries.some((entry) => entry.name === finalName) ?? false}
            ready={folder !== null && folder.path !== ''}
            onSave={() => folder && choose(joinPath(folder.path, finalName))}
          />
        ) : (
          <Upload dragging={dragging} uploading={uploading} onUpload={onUpload} />
        )
      }
    >
      <DialogProblems />
      {saving ? (
        <label className="field files-name">
          <span className="label">{t('files.name')}</span>
          <input
            className="input"
            form="files-save"
            ref={firstFocus}
            value={name}
            spellCheck={false}
            autoComplete="off"
            onFocus={(event) => event.target.setSelectionRange(0, stemLength(event.target.value))}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      ) : null}
      <div className="files-place">
        <button
          type="button"
          className="button small"
          disabled={!folder || folder.path === ''}
          onClick={goUp}
        >
          {t('files.up')}
        </button>
        <p className="files-path" title={folder?.path}>
          <bdi>{folder?.path || t('files.places')}</bdi>
        </p>
        {purpose === 'open-folder' || purpose === 'open-dump' || purpose === 'open-annotations' ? (
          <button
            type="button"
            className={purpose === 'open-folder' ? 'button small primary' : 'button small'}
            disabled={!folder || folder.path === ''}
            onClick={() => folder && choose(folder.path)}
          >
            {t('files.this-folder')}
          </button>
        ) : null}
      </div>
      <div className="files-sieve">
        <input
          {...options.inputProps}
          className="input"
          ref={saving ? undefined : firstFocus}
          type="search"
          aria-label={t('files.filter')}
          placeholder={t('files.filter')}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const up = event.altKey && event.key === 'ArrowUp';
            if (up || (event.key === 'Backspace' && typed === '')) {
              event.preventDefault();
              goUp();
            } else options.inputProps.onKeyDown(event);
          }}
        />
        <label className="files-everything">
          <input
            type="checkbox"
            checked={everything}
            onChange={(event) => setEverything(event.target.checked)}
          />
          {t('files.everything')}
        </label>
      </div>
      {problem ? (
        <p className="field-problem" role="alert">
          {translator.problem(problem)}
        </p>
      ) : null}
      <FileRows byPath={folder?.path === ''} entries={entries} options={options} />
      <p className="files-count" role="status">
        {folder ? t('files.count', { entries: entries.length }) : t('files.reading')}
      </p>
    </Dialog>
  );
}

/** UTF-16 units of a name before its extension: what a person wants to type over. */
function stemLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? dot : name.length;
}
