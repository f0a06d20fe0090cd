import { useState } from 'react';
import type { CallParams, MadeBundle } from '../../app/contract.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { asFileName } from '../dialogs/paths.ts';
import { startDownload } from '../export/start-download.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

export type BundlingState =
  | { kind: 'asking' }
  | { kind: 'making' }
  | { kind: 'made'; made: MadeBundle; name: string }
  | { kind: 'failed'; problem: Problem };

type Options = Omit<CallParams<'bundle.write'>, 'target'>;

/** Makes a bundle: at a place that the person chooses, or as a download where the host is a browser. */
export function useBundling(): {
  state: BundlingState;
  make: (title: string, options: Options) => Promise<void>;
} {
  const workspace = useWorkspace();
  const { connection } = workspace;
  const inBrowser = useWorkspaceState((current) => current.start?.host === 'browser');
  const [state, setState] = useState<BundlingState>({ kind: 'asking' });

  const makeAt = async (options: Options, target: CallParams<'bundle.write'>['target'], name: string) => {
    setState({ kind: 'making' });
    try {
      const made = await connection.call('bundle.write', { ...options, target });
      setState({ kind: 'made', made, name });
      if (made.download) startDownload(made.download, name);
    } catch (thrown) {
      const problem = problemFrom(thrown);
      setState(problem.code === 'opening-cancelled' ? { kind: 'asking' } : { kind: 'failed', problem });
    }
  };
  const make = async (title: string, options: Options) => {
    const name = `${asFileName(title, 'project')}.uratori-bundle.zip`;
    if (inBrowser) await makeAt(options, { downloadName: name }, name);
    else await workspace.choose('save-report', name, (path) => void makeAt(options, { path }, name));
  };
  return { state, make };
}
