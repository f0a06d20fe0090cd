import { choiceIn, chosenNow } from '../bulk/chosen-stories.ts';
import type { Run } from '../keys/run-action.ts';
import { leaveQueue, stepQueue } from '../queue/working.ts';
import { openNextUnread, openStoryAt, stepStory } from '../store/stepping.ts';
import { goBack } from '../store/trail.ts';
import type { Workspace } from '../store/workspace.ts';

/**
 * Shows a part of the stories pane and goes into it; from there, back to the list, and it is gone.
 * @param field the name by which `state.focusField` asks for it
 */
function toggle(workspace: Workspace, field: string, isShown: boolean, show: (shown: boolean) => void): void {
  const hasFocus = document.getElementById(field)?.contains(document.activeElement) ?? false;
  if (!isShown) show(true);
  else if (hasFocus) show(false);
  if (isShown && hasFocus) document.getElementById('stories')?.focus();
  else workspace.state.update({ focusField: field });
}

/** Chooses the open story in the list besides those that are chosen, or takes it out. */
async function chooseOpenStory(workspace: Workspace): Promise<void> {
  const { view, ordinal } = workspace.state.get();
  if (!view || ordinal === null) return;
  await workspace.attempt(async () => {
    const { place } = await workspace.connection.call('stories.place', { view: view.view, ordinal });
    const state = workspace.state.get();
    if (place !== null) choiceIn(workspace, state.view, chosenNow(state)).toggle(place);
  });
}

/** Moving through the list of stories. */
export const storyActions = {
  'next-story': (workspace) => stepStory(workspace, 1),
  'previous-story': (workspace) => stepStory(workspace, -1),
  'first-story': (workspace) => openStoryAt(workspace, 0),
  'last-story': (workspace) => openStoryAt(workspace, (workspace.state.get().view?.count ?? 0) - 1),
  'next-unread': (workspace) => openNextUnread(workspace),
  'next-in-queue': (workspace) => stepQueue(workspace, 1),
  'previous-in-queue': (workspace) => stepQueue(workspace, -1),
  'leave-queue': (workspace) => leaveQueue(workspace),
  back: (workspace) => goBack(workspace),
  find: () => {
    const field = document.querySelector<HTMLInputElement>('#search');
    field?.focus();
    field?.select();
  },
  'saved-filters': (workspace) => {
    if (workspace.currentDump()) workspace.show({ kind: 'saved-filters' });
  },
  'choose-story': (workspace) => chooseOpenStory(workspace),
  bulk: (workspace) => {
    const { open } = workspace.state.get();
    if (!chosenNow(workspace.state.get())) return;
    if (open?.readOnly) workspace.report({ code: 'project-read-only', params: { path: open.file } });
    else workspace.show({ kind: 'bulk' });
  },
  filters: (workspace) =>
    toggle(workspace, 'filters', workspace.state.get().filtersShown, (filtersShown) =>
      workspace.state.update({ filtersShown }),
    ),
  timeline: (workspace) =>
    toggle(
      workspace,
      'timeline',
      workspace.state.get().settings.timeline,
      (timeline) => void workspace.changeSettings({ timeline }),
    ),
  sort: () => document.querySelector<HTMLElement>('#sort')?.focus(),
} satisfies Record<string, Run>;
