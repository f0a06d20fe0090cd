import { useEffect, useState } from 'react';
import type { Verification } from '../../app/bundle/verification.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { useWorkspace } from '../store/context.ts';
import type { UnpackInto } from '../store/state.ts';

export type VerificationState =
  | { kind: 'looking' }
  | { kind: 'found'; verification: Verification }
  | { kind: 'failed'; problem: Problem };

/** Proves a bundle, and with `into` unpacks and opens it as well; then the dialog has done its work. */
export function useVerification(path: string, into: UnpackInto | null): VerificationState {
  const workspace = useWorkspace();
  const [state, setState] = useState<VerificationState>({ kind: 'looking' });
  useEffect(() => {
    const { connection } = workspace;
    let current = true;
    const look = async () => {
      if (into === null)
        return { verification: await connection.call('bundle.verify', { path }), opened: false };
      return connection.call('bundle.open', { path, ...into });
    };
    look().then(
      ({ verification, opened }) => {
        if (!current) return;
        if (opened) workspace.show(null);
        else setState({ kind: 'found', verification });
      },
      (thrown: unknown) => {
        if (current) setState({ kind: 'failed', problem: problemFrom(thrown) });
      },
    );
    return () => {
      current = false;
    };
  }, [workspace, path, into]);
  return state;
}
