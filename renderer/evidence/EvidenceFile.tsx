import type { Evidence } from '../../app/evidence.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { useAttachment } from './use-attachment.ts';

interface Props {
  file: Evidence['file'];
  readOnly: boolean;
  onChange: (file: Evidence['file']) => void;
}

/** A local file as evidence: its copy among the project's attachments, whether that still holds what it held, and the way to it. */
export function EvidenceFile({ file, readOnly, onChange }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const attachment = useAttachment(file?.sha256 ?? null);
  const choose = () =>
    workspace.choose('open-any', '', (path) => {
      void workspace.attempt(async () => {
        const { name, sha256 } = await workspace.connection.call('attachments.add', { path });
        onChange({ name, sha256 });
        attachment.check();
      });
    });
  return (
    <div className="field">
      <span className="label">{t('evidence.file')}</span>
      {file ? (
        <p className="evidence-file">
          <span>{file.name}</span>
          <code title={file.sha256}>SHA-256 {file.sha256}</code>
          <span role="status" className="evidence-file-state" data-state={attachment.state ?? 'checking'}>
            {t(`evidence.file.${attachment.state ?? 'checking'}`)}
          </span>
        </p>
      ) : null}
      {!file && readOnly ? <span className="faint">{t('evidence.file.none')}</span> : null}
      <div className="buttons">
        {file && attachment.state !== 'missing' ? (
          <button type="button" className="button small" onClick={() => void attachment.show(file.name)}>
            {t(attachment.inFolder ? 'evidence.file.show' : 'evidence.file.download')}
          </button>
        ) : null}
        {readOnly ? null : (
          <button type="button" className="button small" onClick={() => void choose()}>
            {t(file ? 'evidence.file.other' : 'evidence.file.choose')}
          </button>
        )}
        {file && !readOnly ? (
          <button type="button" className="button small quiet" onClick={() => onChange(null)}>
            {t('evidence.file.remove')}
          </button>
        ) : null}
      </div>
    </div>
  );
}
