import type { Workspace } from './workspace.ts';

/** Jumps that can be gone back. */
const MOST = 50;

/** Opens another story of the dump, from where `goBack` returns. */
export async function jumpTo(workspace: Workspace, ordinal: number): Promise<void> {
  const { ordinal: here, trail } = workspace.state.get();
  const dumpId = workspace.currentDump()?.dumpId;
  if (here === null || dumpId === undefined || here === ordinal) return;
  workspace.state.update({ trail: [...trail, { dumpId, ordinal: here }].slice(-MOST) });
  await workspace.openStory(ordinal);
}

/** To the story that the last jump was made from, if there was one in this dump. */
export async function goBack(workspace: Workspace): Promise<void> {
  const { trail } = workspace.state.get();
  const last = trail.at(-1);
  if (!last || last.dumpId !== workspace.currentDump()?.dumpId) return;
  workspace.state.update({ trail: trail.slice(0, -1) });
  await workspace.openStory(last.ordinal);
}
