import { useEffect, useState } from 'react';
import type { ReanchoredStory } from '../../../app/contract.ts';
import { type Problem, problemFrom } from '../../../app/problem.ts';
import { useWorkspace } from '../../store/context.ts';

export type ReportState =
  | { kind: 'looking' }
  | { kind: 'found'; report: ReanchoredStory[] }
  | { kind: 'failed'; problem: Problem };

/** What became of the annotations of a dump that changed, as it was when the dialog opened. */
export function useReport(dumpId: string): ReportState {
  const { connection } = useWorkspace();
  const [state, setState] = useState<ReportState>({ kind: 'looking' });
  useEffect(() => {
    let wanted = true;
    const show = (next: ReportState) => {
      if (wanted) setState(next);
    };
    connection.call('reanchor.report', { dumpId }).then(
      (report) => show({ kind: 'found', report }),
      (thrown) => show({ kind: 'failed', problem: problemFrom(thrown) }),
    );
    return () => {
      wanted = false;
    };
  }, [connection, dumpId]);
  return state;
}
