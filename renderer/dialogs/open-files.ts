import type { Workspace } from '../store/workspace.ts';

/** Opens dropped files one after another; one that needs a person's answer is answered before the next. */
export async function openFiles(workspace: Workspace, files: readonly File[]): Promise<void> {
  for (const file of files) {
    await workspace.attempt(async () => {
      await workspace.openPath(await workspace.connection.pathOf(file));
    });
    await withoutDialog(workspace);
  }
}

function withoutDialog({ state }: Workspace): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (state.get().dialog !== null) return;
      stop();
      resolve();
    };
    const stop = state.subscribe(look);
    look();
  });
}
