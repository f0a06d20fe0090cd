import type { Project } from '../../app/project.ts';
import type { Queue } from '../../app/queue/queue.ts';
import { isQueued, isThere, type QueueItem, queueItems } from '../../app/queue/queue-items.ts';
import type { Working } from '../store/state.ts';
import { goTo } from '../store/stepping.ts';
import type { Workspace } from '../store/workspace.ts';
import { commitPendingEdits } from '../ui/pending-edits.ts';

/** Begins a queue with what it holds now; false where that is nothing. */
export function beginQueue(workspace: Workspace, name: string, queue: Queue): boolean {
  const project = workspace.state.get().open?.project;
  const items = project ? queueItems(project, queue) : [];
  if (items.length === 0) return false;
  workspace.state.update({ working: { name, queue, items, at: 0, goesOn: true }, mainView: 'reading' });
  void show(workspace, items[0] as QueueItem);
  return true;
}

export function leaveQueue(workspace: Workspace): void {
  workspace.state.update({ working: null });
}

/** To the next that waits, or back to the one before, whether that waits or not. Stays where there is none. */
export async function stepQueue(workspace: Workspace, by: 1 | -1): Promise<void> {
  const { working, open } = workspace.state.get();
  if (!working || !open) return;
  const at = nextPlace(open.project, working, by);
  if (at !== null) await goToPlace(workspace, at);
  else if (isHere(workspace, working)) return;
  // Back to the queue for who has strayed.
  else await goToPlace(workspace, working.at);
}

/** The place that a step leads to; null where the queue ends. */
export function nextPlace(project: Project, { queue, items, at }: Working, by: 1 | -1): number | null {
  for (let place = at + by; place >= 0 && place < items.length; place += by) {
    const item = items[place] as QueueItem;
    if (by > 0 ? isQueued(project, queue, item) : isThere(project, item)) return place;
  }
  return null;
}

/** How many of a queue's items wait no longer. */
export function doneIn(project: Project, { queue, items }: Working): number {
  return items.filter((item) => !isQueued(project, queue, item)).length;
}

async function goToPlace(workspace: Workspace, at: number): Promise<void> {
  const { working } = workspace.state.get();
  const item = working?.items[at];
  if (!working || !item) return;
  await commitPendingEdits();
  workspace.state.update({ working: { ...working, at } });
  await show(workspace, item);
}

async function show(workspace: Workspace, { kind, id, storyKey }: QueueItem): Promise<void> {
  await goTo(workspace, kind === 'claim' ? { kind, id } : null, storyKey);
  document.getElementById('reading')?.focus({ preventScroll: true });
}

function isHere(workspace: Workspace, { items, at }: Working): boolean {
  const { selected, story, open } = workspace.state.get();
  const item = items[at];
  return item?.kind === 'claim'
    ? selected?.id === item.id
    : item?.storyKey === `${open?.currentDumpId}/${story?.id}`;
}
