import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  /** What was written, in words. */
  status: string;
  name: string;
  /** Where it went; `download`: the browser fetches it there instead. */
  path: string;
  download: string | null;
  bytes: number;
  /** How many files are in it. */
  files: number;
  /** By what each hash is of. */
  hashes: readonly (readonly [label: string, sha256: string])[];
  children?: ReactNode;
}

/** Where a file went, and how to tell later that it is still the same. */
export function WrittenFile({ status, name, path, download, files, hashes, children, ...rest }: Props) {
  const { t, bytes } = useTranslator();
  return (
    <div className="export-written">
      <p role="status">{status}</p>
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
        <dd>{bytes(rest.bytes)}</dd>
        {files > 1 ? (
          <>
            <dt>{t('export.files')}</dt>
            <dd>{t('export.files-count', { count: files })}</dd>
          </>
        ) : null}
        {hashes.map(([label, sha256]) => (
          <Hash key={label} label={label} sha256={sha256} />
        ))}
      </dl>
      {children}
      {download ? <p className="dialog-hint">{t('export.download-hint')}</p> : null}
    </div>
  );
}

function Hash({ label, sha256 }: { label: string; sha256: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="export-hash">{sha256}</dd>
    </>
  );
}
