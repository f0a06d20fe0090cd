import { useEffect, useState } from 'react';
import type { BundleMode } from '../../app/bundle/manifest.ts';
import type { BundlePlan } from '../../app/contract.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { useWorkspace } from '../store/context.ts';

export type PlanState =
  | { kind: 'looking' }
  | { kind: 'planned'; plan: BundlePlan }
  | { kind: 'failed'; problem: Problem };

/** What a bundle of the open project would hold, looked up anew for each mode. */
export function usePlan(mode: BundleMode): PlanState {
  const { connection } = useWorkspace();
  const [found, setFound] = useState<{ mode: BundleMode; state: PlanState } | null>(null);
  useEffect(() => {
    let current = true;
    const tell = (state: PlanState) => {
      if (current) setFound({ mode, state });
    };
    connection.call('bundle.plan', { mode }).then(
      (plan) => tell({ kind: 'planned', plan }),
      (thrown: unknown) => tell({ kind: 'failed', problem: problemFrom(thrown) }),
    );
    return () => {
      current = false;
    };
  }, [connection, mode]);
  return found?.mode === mode ? found.state : { kind: 'looking' };
}
