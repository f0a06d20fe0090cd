import type { Evidence } from '../../app/evidence.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';

interface Props {
  file: Evidence['file'];
  readOnly: boolean;
  onChange: (file: Evidence['file']) => void;
}

/** A local file as evidence. It stays where it is; its name and SHA-256 are kept, so that it can be told from another. */
export function EvidenceFile({ file, readOnly, onChange }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const choose = () =>
    workspace.choose('open-any', '', (path) => {
      void workspace.attempt(async () => {
        const { name, sha256 } = await workspace.connection.call('files.describe', { path });
        onChange({ name, sha256 });
      });
    });
  return (
    <div className="field">
      <span className="label">{t('evidence.file')}</span>
      {file ? (
        <p className="evidence-file">
          <span>{file.name}</span>
          <code title={file.sha256}>SHA-256 {file.sha256}</code>
        </p>
      ) : null}
      {readOnly ? (
        file ? null : (
          <span className="faint">{t('evidence.file.none')}</span>
        )
      ) : (
        <div className="buttons">
          <button type="button" className="button small" onClick={() => void choose()}>
            {t(file ? 'evidence.file.other' : 'evidence.file.choose')}
          </button>
          {file ? (
            <button type="button" className="button small quiet" onClick={() => onChange(null)}>
              {t('evidence.file.remove')}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}
