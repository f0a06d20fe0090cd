import { EVERY_STORY, type StoryFilter } from '../../app/contract.ts';
import { openStoryAt } from '../store/stepping.ts';
import type { Workspace } from '../store/workspace.ts';

/** Goes from a number to its stories: they are what the list shows, and the first one is open. */
export async function showStories(workspace: Workspace, wanted: Partial<StoryFilter>): Promise<void> {
  const { matching } = workspace.state.get().filter;
  workspace.state.update({ mainView: 'reading' });
  await workspace.filterStories({ ...EVERY_STORY, matching, ...wanted });
  await openStoryAt(workspace, 0);
  document.getElementById('stories')?.focus();
}
