import type { MadeBundle as Made } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';

/** Where a bundle went, and what to publish of it. */
export function MadeBundle({ made, name }: { made: Made; name: string }) {
  const { t, bytes } = useTranslator();
  const { path, download, sha256, manifestSha256, files } = made;
  return (
    <div className="export-written">
      <p role="status">{t(download ? 'bundle.downloaded' : 'bundle.made', { name })}</p>
      <dl>
        <dt>{t('export.where')}</dt>
        <dd>
          {download ? (
            <a href={download} download={name}>
              {name}
            </a>
          ) : (
            <bdi>{path}</bdi>
          )}
        </dd>
        <dt>{t('export.size')}</dt>
        <dd>{bytes(made.bytes)}</dd>
        <dt>{t('export.files')}</dt>
        <dd>{t('export.files-count', { count: files })}</dd>
        <dt>SHA-256</dt>
        <dd className="export-hash">{sha256}</dd>
        <dt>{t('bundle.manifest-hash')}</dt>
        <dd className="export-hash">{manifestSha256}</dd>
      </dl>
      <p className="dialog-hint">{t('bundle.manifest-hint')}</p>
      {download ? <p className="dialog-hint">{t('export.download-hint')}</p> : null}
    </div>
  );
}
