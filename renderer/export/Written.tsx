import type { Exported } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';

/** Where an export went, and how to tell later that it is still the same file. */
export function Written({ exported, name }: { exported: Exported; name: string }) {
  const { t, bytes } = useTranslator();
  const { path, download, sha256 } = exported;
  return (
    <div className="export-written">
      <p role="status">{t(download ? 'export.downloaded' : 'export.saved', { name })}</p>
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
        <dd>{bytes(exported.bytes)}</dd>
        {exported.files > 1 ? (
          <>
            <dt>{t('export.files')}</dt>
            <dd>{t('export.files-count', { count: exported.files })}</dd>
          </>
        ) : null}
        {sha256 === null ? null : (
          <>
            <dt>SHA-256</dt>
            <dd className="export-hash">{sha256}</dd>
          </>
        )}
      </dl>
      {exported.placeless > 0 ? (
        <p className="export-missing">{t('export.placeless', { count: exported.placeless })}</p>
      ) : null}
      {download ? <p className="dialog-hint">{t('export.download-hint')}</p> : null}
    </div>
  );
}
