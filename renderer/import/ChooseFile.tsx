import { useRef } from 'react';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

interface Props {
  uploading: boolean;
  dragging: boolean;
}

/** Where a file comes from: the host's files, a folder of it, or one that is dropped or uploaded. */
export function ChooseFile({ uploading, dragging }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const inBrowser = useWorkspaceState((state) => state.start?.host === 'browser');
  const look = (path: string) => workspace.show({ kind: 'import', path });
  const upload = (file: File) => workspace.attempt(async () => look(await workspace.connection.pathOf(file)));
  return (
    <div className="import-choose" data-dragging={dragging}>
      <p>{t('import.hint')}</p>
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          ref={firstFocus}
          onClick={() => void workspace.choose('open-annotations', '', look)}
        >
          {t('import.choose-file')}
        </button>
        {inBrowser ? (
          <button
            type="button"
            className="button"
            disabled={uploading}
            onClick={() => input.current?.click()}
          >
            {t('files.upload')}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            onClick={() => void workspace.choose('open-folder', '', look)}
          >
            {t('import.choose-folder')}
          </button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('files.upload')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void upload(file);
        }}
      />
      <p role="status" className="dialog-hint">
        {t(uploading ? 'files.uploading' : 'import.drop-here')}
      </p>
    </div>
  );
}
