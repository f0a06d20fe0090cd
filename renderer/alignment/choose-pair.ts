import type { Workspace } from '../store/workspace.ts';

/** Makes the pair at a place of the text the current one, and shows it in the inspector. */
export function choosePair(workspace: Workspace, place: number): void {
  workspace.state.update({ pair: place, tab: 'translation' });
}
