import { useRef } from 'react';
import { readGlossary } from '../../app/glossary/formats.ts';
import type { Project } from '../../app/project.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import type { PendingImport } from './pending-import.ts';
import { usualLanguages } from './usual-languages.ts';

interface Props {
  project: Project;
  onRead: (pending: PendingImport) => void;
}

/** Reads a glossary file of any of the formats; nothing is changed before the person has seen what would be. */
export function ImportGlossary({ project, onRead }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const read = (file: File) =>
    workspace.attempt(async () => {
      const text = decoded(new Uint8Array(await file.arrayBuffer()));
      onRead({ name: file.name, read: await readGlossary(text, usualLanguages(project)) });
    });
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".tsv,.csv,.tbx,.xml,.txt"
        aria-label={t('glossary.import.file')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void read(file);
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {t('glossary.import')}
      </button>
    </>
  );
}

/** UTF-8 or UTF-16 by its mark; what is neither was written by a Japanese Excel, in Shift_JIS. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
