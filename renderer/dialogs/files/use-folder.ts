import { useCallback, useEffect, useRef, useState } from 'react';
import type { Folder } from '../../../app/contract.ts';
import { type Problem, problemFrom } from '../../../app/problem.ts';
import { useWorkspace } from '../../store/context.ts';

interface FolderState {
  folder: Folder | null;
  problem: Problem | null;
}

/**
 * The folder that is looked at; one that cannot be read is said, and the last one stays. It begins with the list of
 * the places that may be seen or, to save a file, in the first of them.
 */
export function useFolder(saving: boolean): FolderState & { open: (path: string | null) => void } {
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
    asked.current += 1;
    const mine = asked.current;
    const places = connection.call('files.list', { path: null });
    places.then(
      (folder) => {
        if (mine !== asked.current) return;
        const first = folder.entries.find((entry) => entry.kind === 'folder');
        if (saving && first) open(first.path);
        else setState({ folder, problem: null });
      },
      (thrown) => {
        if (mine === asked.current) setState({ folder: null, problem: problemFrom(thrown) });
      },
    );
    return () => {
      asked.current += 1;
    };
  }, [connection, open, saving]);

  return { ...state, open };
}
