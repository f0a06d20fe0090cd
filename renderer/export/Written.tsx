import type { Exported } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';
import { WrittenFile } from './WrittenFile.tsx';

/** Where an export went, and what of it has no place in the texts. */
export function Written({ exported, name }: { exported: Exported; name: string }) {
  const { t } = useTranslator();
  const { path, download, sha256, bytes, files, placeless } = exported;
  return (
    <WrittenFile
      {...{ name, path, download, bytes, files }}
      status={t(download ? 'export.downloaded' : 'export.saved', { name })}
      hashes={sha256 === null ? [] : [['SHA-256', sha256]]}
    >
      {placeless > 0 ? <p className="export-missing">{t('export.placeless', { count: placeless })}</p> : null}
    </WrittenFile>
  );
}
