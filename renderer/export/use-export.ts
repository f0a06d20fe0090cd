import { useState } from 'react';
import type { CallParams, Exported } from '../../app/contract.ts';
import { extensionOf } from '../../app/exports/formats.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { asFileName } from '../dialogs/paths.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { startDownload } from './start-download.ts';

export type ExportState =
  | { kind: 'asking' }
  | { kind: 'writing' }
  | { kind: 'written'; exported: Exported; name: string }
  | { kind: 'failed'; problem: Problem };

export type ExportOptions = Omit<CallParams<'export.write'>, 'target'>;

/** Writes a report or annotations: to a place that the person chooses, or as a download where the host is a browser. */
export function useExport(): {
  state: ExportState;
  write: (options: ExportOptions) => Promise<void>;
  again: () => void;
} {
  const workspace = useWorkspace();
  const { connection } = workspace;
  const inBrowser = useWorkspaceState((current) => current.start?.host === 'browser');
  const [state, setState] = useState<ExportState>({ kind: 'asking' });

  const writeTo = async (
    options: ExportOptions,
    target: CallParams<'export.write'>['target'],
    name: string,
  ) => {
    setState({ kind: 'writing' });
    try {
      const exported = await connection.call('export.write', { ...options, target });
      setState({ kind: 'written', exported, name });
      if (exported.download) startDownload(exported.download, name);
    } catch (thrown) {
      setState({ kind: 'failed', problem: problemFrom(thrown) });
    }
  };
  const write = async (options: ExportOptions) => {
    const name = `${asFileName(options.title, 'report')}.${extensionOf(options.format)}`;
    if (inBrowser) await writeTo(options, { downloadName: name }, name);
    else await workspace.choose('save-report', name, (path) => void writeTo(options, { path }, name));
  };
  return { state, write, again: () => setState({ kind: 'asking' }) };
}
