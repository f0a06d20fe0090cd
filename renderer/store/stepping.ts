import { storyKey } from '../../app/story.ts';
import { reviewOf } from '../../app/story-annotations.ts';
import type { AnnotationRef } from './state.ts';
import type { Workspace } from './workspace.ts';

/** Rows that are looked through at a time for one that nobody has looked at. */
const LOOKED_THROUGH = 200;

/** Steps along the list that is shown. `by` is +1 or -1. */
export async function stepStory(workspace: Workspace, by: number): Promise<void> {
  const { view } = workspace.state.get();
  if (!view || view.count === 0) return;
  await workspace.attempt(async () => {
    const { place, next } = await placeOfOpenStory(workspace);
    // From a story that the list does not have, to its neighbours there.
    const to = place === null && by > 0 ? next : next + by;
    if (to < 0 || to >= view.count) return;
    const rows = await workspace.connection.call('stories.rows', { view: view.view, from: to, count: 2 });
    const [row, after] = rows;
    if (!row) return;
    await workspace.openStory(row.ordinal);
    if (by > 0 && after) workspace.prefetch(after.ordinal);
  });
}

/** Opens the story at a place of the list that is shown. */
export async function openStoryAt(workspace: Workspace, place: number): Promise<void> {
  const { view } = workspace.state.get();
  if (!view || place < 0 || place >= view.count) return;
  await workspace.attempt(async () => {
    const [row] = await workspace.connection.call('stories.rows', { view: view.view, from: place, count: 1 });
    if (row) await workspace.openStory(row.ordinal);
  });
}

/** The next story of the list, after the open one, that nobody has looked at. */
export async function openNextUnread(workspace: Workspace): Promise<void> {
  const { view, open } = workspace.state.get();
  const dump = workspace.currentDump();
  if (!view || !open || !dump) return;
  await workspace.attempt(async () => {
    const { place, next } = await placeOfOpenStory(workspace);
    for (let from = place === null ? next : next + 1; from < view.count; from += LOOKED_THROUGH) {
      const page = { view: view.view, from, count: LOOKED_THROUGH };
      const rows = await workspace.connection.call('stories.rows', page);
      const unread = rows.find((row) => reviewOf(open.project, storyKey(dump.dumpId, row.id)) === 'unread');
      if (unread) return workspace.openStory(unread.ordinal);
    }
  });
}

/** Goes to an annotation wherever it is: in another story, in another dump; to the story alone for null. */
export async function goTo(
  workspace: Workspace,
  annotation: AnnotationRef | null,
  key: string,
): Promise<void> {
  const dumpId = workspace.state.get().open?.project.stories.get(key)?.dumpId;
  if (!dumpId) return;
  if (dumpId !== workspace.currentDump()?.dumpId) await workspace.showDump(dumpId);
  await workspace.attempt(async () => {
    const { ordinal } = await workspace.connection.call('story.locate', { storyKey: key });
    if (ordinal !== null) await workspace.openStory(ordinal);
    workspace.select(annotation);
  });
}

/** Opens a story of the project, wherever it is. */
export async function goToStory(workspace: Workspace, key: string): Promise<void> {
  const dumpId = workspace.state.get().open?.project.stories.get(key)?.dumpId;
  if (!dumpId) return;
  workspace.state.update({ mainView: 'reading' });
  if (dumpId !== workspace.currentDump()?.dumpId) await workspace.showDump(dumpId);
  await workspace.attempt(async () => {
    const { ordinal } = await workspace.connection.call('story.locate', { storyKey: key });
    if (ordinal !== null) await workspace.openStory(ordinal);
  });
}

async function placeOfOpenStory({
  state,
  connection,
}: Workspace): Promise<{ place: number | null; next: number }> {
  const { view, ordinal } = state.get();
  if (!view || ordinal === null) return { place: null, next: 0 };
  return connection.call('stories.place', { view: view.view, ordinal });
}
