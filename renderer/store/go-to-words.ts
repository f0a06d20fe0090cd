import { type Anchor, resolve } from '../../app/anchor.ts';
import { jumpTo } from './trail.ts';
import type { Workspace } from './workspace.ts';

/** Goes to words of a story, wherever it is, and marks them; from a story of the same dump one can go back. */
export async function goToWords(workspace: Workspace, key: string, anchor: Anchor): Promise<void> {
  const dumpId = workspace.state.get().open?.project.stories.get(key)?.dumpId;
  if (!dumpId) return;
  const elsewhere = dumpId !== workspace.currentDump()?.dumpId;
  if (elsewhere) await workspace.showDump(dumpId);
  await workspace.attempt(async () => {
    const { ordinal } = await workspace.connection.call('story.locate', { storyKey: key });
    if (ordinal === null) return workspace.report({ code: 'story-not-found', params: { story: key } });
    if (elsewhere) await workspace.openStory(ordinal);
    else await jumpTo(workspace, ordinal);
    const { story } = workspace.state.get();
    const found = story && resolve(anchor, story);
    if (found?.kind === 'exact') {
      const { start, end } = found.anchor;
      workspace.state.update({ currentHit: { start, end } });
    }
  });
}
