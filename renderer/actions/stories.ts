import type { Run } from '../keys/run-action.ts';

/** Moving through the list of stories. */
export const storyActions = {
  'next-story': (workspace) => workspace.stepStory(1),
  'previous-story': (workspace) => workspace.stepStory(-1),
  'first-story': (workspace) => workspace.openStoryAt(0),
  'last-story': (workspace) => workspace.openStoryAt((workspace.state.get().view?.count ?? 0) - 1),
  'next-unread': (workspace) => workspace.openNextUnread(),
  find: () => {
    const field = document.querySelector<HTMLInputElement>('#search');
    field?.focus();
    field?.select();
  },
} satisfies Record<string, Run>;
