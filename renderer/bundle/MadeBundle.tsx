import type { MadeBundle as Made } from '../../app/contract.ts';
import { WrittenFile } from '../export/WrittenFile.tsx';
import { useTranslator } from '../i18n/context.ts';

/** Where a bundle went, and what to publish of it. */
export function MadeBundle({ made, name }: { made: Made; name: string }) {
  const { t } = useTranslator();
  const { path, download, sha256, manifestSha256, bytes, files } = made;
  return (
    <WrittenFile
      {...{ name, path, download, bytes, files }}
      status={t(download ? 'bundle.downloaded' : 'bundle.made', { name })}
      hashes={[
        ['SHA-256', sha256],
        [t('bundle.manifest-hash'), manifestSha256],
      ]}
    >
      <p className="dialog-hint">{t('bundle.manifest-hint')}</p>
    </WrittenFile>
  );
}
