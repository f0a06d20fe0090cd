import { useState } from 'react';
import type { CallParams } from '../../app/contract.ts';
import { extensionOf, GLOSSARY_FORMATS, type GlossaryFormat } from '../../app/glossary/format-ids.ts';
import type { Project } from '../../app/project.ts';
import { asFileName } from '../dialogs/paths.ts';
import { startDownload } from '../export/start-download.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** Writes the glossary in one of its formats: to a place that the person chooses, or as a download. */
export function ExportGlossary({ project }: { project: Project }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const inBrowser = useWorkspaceState(({ start }) => start?.host === 'browser');
  const [format, setFormat] = useState<GlossaryFormat>('tsv');
  const name = `${asFileName(`${project.title} ${t('glossary.title')}`, 'glossary')}.${extensionOf(format)}`;
  const write = (target: CallParams<'glossary.write'>['target']) =>
    workspace.attempt(async () => {
      const { download, path } = await workspace.connection.call('glossary.write', { format, target });
      if (download) startDownload(download, name);
      workspace.inform(t('glossary.written', { name: download ? name : path }));
    });
  const start = () =>
    inBrowser
      ? write({ downloadName: name })
      : workspace.choose('save-report', name, (path) => void write({ path }));
  return (
    <span className="glossary-export">
      <select
        className="input"
        aria-label={t('glossary.format')}
        value={format}
        onChange={(event) =>
          setFormat(GLOSSARY_FORMATS.find((known) => known === event.currentTarget.value) ?? 'tsv')
        }
      >
        {GLOSSARY_FORMATS.map((known) => (
          <option key={known} value={known}>
            {t(`glossary.format.${known}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        disabled={project.glossary.size === 0}
        onClick={() => void start()}
      >
        {t('glossary.export')}
      </button>
    </span>
  );
}
