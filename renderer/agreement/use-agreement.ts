import { useEffect, useState } from 'react';
import type { AgreementReport } from '../../app/agreement/projects/report.ts';
import { useWorkspace } from '../store/context.ts';
import type { AgreementChoice } from '../store/state.ts';

export type Comparing =
  | { kind: 'nobody' }
  | { kind: 'comparing' }
  | { kind: 'failed' }
  | { kind: 'compared'; report: AgreementReport };

/** The same choice gives the same numbers: what is drawn by chance is drawn from here. */
const SEED = 1;

/** Compares whom the choice names, anew whenever that changes. */
export function useAgreement({ with: other, stories, ordered }: AgreementChoice): Comparing {
  const workspace = useWorkspace();
  const [state, setState] = useState<Comparing>({ kind: 'nobody' });
  // Whoever looks at a cell has a choice of another identity, of the same content.
  const asked = JSON.stringify(other && { with: other, stories, ordered, seed: SEED });
  useEffect(() => {
    if (asked === 'null') {
      setState({ kind: 'nobody' });
      return;
    }
    let current = true;
    setState({ kind: 'comparing' });
    void workspace
      .attempt(async () => {
        const report = await workspace.connection.call('agreement.compute', JSON.parse(asked));
        if (current) setState({ kind: 'compared', report });
      })
      .then((done) => {
        if (!done && current) setState({ kind: 'failed' });
      });
    return () => {
      current = false;
    };
  }, [workspace, asked]);
  return state;
}
