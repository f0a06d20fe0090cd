import type { Workspace } from '../store/workspace.ts';
import { commitPendingEdits } from '../ui/pending-edits.ts';

/** What the coming and going of the host means for the interface. Returns the undo. */
export function followHost(workspace: Workspace): () => void {
  const { connection } = workspace;
  const undo = [
    // Nobody leaves with words unsent.
    connection.on('host.leaving', () => commitPendingEdits()),
    connection.on('connection.changed', ({ connected }) => {
      if (!connected) workspace.report({ code: 'connection-lost', params: {} });
      else for (const id of lostNotices(workspace)) workspace.dismiss(id);
    }),
  ];
  return () => {
    for (const stop of undo) stop();
  };
}

/** Once the connection is back its loss is no news. */
function lostNotices(workspace: Workspace) {
  const { notices } = workspace.state.get();
  return notices.filter(({ problem }) => problem?.code === 'connection-lost').map(({ id }) => id);
}
