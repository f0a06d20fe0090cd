import { useCallback, useEffect, useRef, useState } from 'react';
import type { Folder } from '../../../app/contract.ts';
import { type Problem, problemFrom } from '../../../app/problem.ts';
import { useWorkspace } from '../../store/context.ts';

interface FolderState {
  folder: Folder | null;
  problem: Problem | null;
}

/** The folder that is looked at; one that cannot be read is said, and the last one stays. */
export function useFolder(): FolderState & { open: (path: string | null) => void } {
  const { connection } = useWorkspace();
  const [state, setState] = useState<FolderState>({ folder: null, problem: null });
  const asked = useRef(0);

  const open = useCallback(
    (path: string | null) => {
      asked.current += 1;
      const mine = asked.current;
      connection.call('files.list', { path }).then(
        (folder) => {
          if (mine === asked.current) setState({ folder, problem: null });
        },
        (thrown) => {
          if (mine === asked.current) setState(({ folder }) => ({ folder, problem: problemFrom(thrown) }));
        },
      );
    },
    [connection],
  );

  useEffect(() => {
    open(null);
    return () => {
      asked.current += 1;
    };
  }, [open]);

  return { ...state, open };
}
