import type { StoryKey } from '../../app/story.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Workspace } from '../store/workspace.ts';
import { commitPendingEdits } from '../ui/pending-edits.ts';

/** Makes the project, or one story, what it was after a change. Resolves to what to say of it; null where it failed. */
export async function restore(
  workspace: Workspace,
  { t, dateTime }: Translator,
  { sequence, at }: { sequence: number; at: string },
  storyKey: StoryKey | null,
): Promise<string | null> {
  await commitPendingEdits();
  let said: string | null = null;
  await workspace.attempt(async () => {
    const done = await workspace.connection.call('history.restore', { sequence, storyKey });
    said =
      done === null
        ? t('history.same')
        : t(storyKey === null ? 'history.restored' : 'history.restored-story', { time: dateTime(at) });
  });
  return said;
}
