import type { StoryView } from '../../app/contract.ts';
import { storyKey } from '../../app/story.ts';
import type { AnnotationRef } from './state.ts';
import type { Workspace } from './workspace.ts';

/** Rows that are looked through at a time for one that nobody has looked at. */
const LOOKED_THROUGH = 200;

/** Steps along the list that is shown. `by` is +1 or -1. */
export async function stepStory(workspace: Workspace, by: number): Promise<void> {
  const { view } = workspace.state.get();
  if (!view || view.count === 0) return;
  await workspace.attempt(async () => {
    const place = await placeOfOpenStory(workspace);
    const next = place === null ? await placeBeside(workspace, view, by) : place + by;
    if (next < 0 || next >= view.count) return;
    const rows = await workspace.connection.call('stories.rows', { view: view.view, from: next, count: 2 });
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
    const here = await placeOfOpenStory(workspace);
    for (let from = (here ?? -1) + 1; from < view.count; from += LOOKED_THROUGH) {
      const page = { view: view.view, from, count: LOOKED_THROUGH };
      const rows = await workspace.connection.call('stories.rows', page);
      const unread = rows.find((row) => !open.project.reviews.has(storyKey(dump.dumpId, row.id)));
      if (unread) return workspace.openStory(unread.ordinal);
    }
  });
}

/** Goes to an annotation wherever it is: in another story, in another dump. */
export async function goTo(workspace: Workspace, annotation: AnnotationRef, key: string): Promise<void> {
  const dumpId = workspace.state.get().open?.project.stories.get(key)?.dumpId;
  if (!dumpId) return;
  if (dumpId !== workspace.currentDump()?.dumpId) await workspace.showDump(dumpId);
  await workspace.attempt(async () => {
    const { ordinal } = await workspace.connection.call('story.locate', { storyKey: key });
    if (ordinal !== null) await workspace.openStory(ordinal);
    workspace.select(annotation);
  });
}

/** Where to go from a story that the list does not have: to its neighbours in the dump that the list has. */
async function placeBeside(
  { state, connection }: Workspace,
  { view, count }: StoryView,
  by: number,
): Promise<number> {
  const { ordinal } = state.get();
  if (ordinal === null) return 0;
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [row] = await connection.call('stories.rows', { view, from: middle, count: 1 });
    if (row && row.ordinal < ordinal) low = middle + 1;
    else high = middle;
  }
  return by > 0 ? low : low - 1;
}

async function placeOfOpenStory({ state, connection }: Workspace): Promise<number | null> {
  const { view, ordinal } = state.get();
  if (!view || ordinal === null) return null;
  return (await connection.call('stories.place', { view: view.view, ordinal })).place;
}
