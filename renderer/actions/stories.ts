import type { Run } from '../keys/run-action.ts';
import { openNextUnread, openStoryAt, stepStory } from '../store/stepping.ts';

/** Moving through the list of stories. */
export const storyActions = {
  'next-story': (workspace) => stepStory(workspace, 1),
  'previous-story': (workspace) => stepStory(workspace, -1),
  'first-story': (workspace) => openStoryAt(workspace, 0),
  'last-story': (workspace) => openStoryAt(workspace, (workspace.state.get().view?.count ?? 0) - 1),
  'next-unread': (workspace) => openNextUnread(workspace),
  find: () => {
    const field = document.querySelector<HTMLInputElement>('#search');
    field?.focus();
    field?.select();
  },
  sort: () => document.querySelector<HTMLElement>('#sort')?.focus(),
} satisfies Record<string, Run>;
