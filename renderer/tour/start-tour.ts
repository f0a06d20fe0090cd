import type { Workspace } from '../store/workspace.ts';

/** Shows the tour: over what is open, else over the sample. */
export async function startTour(workspace: Workspace): Promise<void> {
  if (workspace.currentDump()?.status !== 'open') await workspace.openSample();
  if (workspace.currentDump()?.status !== 'open') return;
  workspace.state.update({ mainView: 'reading' });
  workspace.show({ kind: 'tour' });
}
