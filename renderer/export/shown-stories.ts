import type { Connection, StoryFilter, StoryView } from '../../app/contract.ts';
import { type StoryKey, storyKey } from '../../app/story.ts';

/** Rows asked for at a time; the contract allows 500. */
const PAGE = 500;

/**
 * The annotated stories of a dump that pass a filter, in dump order.
 * @throws what the connection throws, and the signal's reason when it is aborted
 */
export async function annotatedStoriesOf(
  connection: Connection,
  dumpId: string,
  filter: StoryFilter,
  signal: AbortSignal,
): Promise<StoryKey[]> {
  const view = await wholeView(connection, dumpId, { ...filter, annotated: true }, signal);
  const keys: StoryKey[] = [];
  for (let from = 0; from < view.count; from += PAGE) {
    signal.throwIfAborted();
    const rows = await connection.call('stories.rows', { view: view.view, from, count: PAGE });
    for (const row of rows) keys.push(storyKey(dumpId, row.id));
  }
  return keys;
}

/** A view once its scan and search are through. */
async function wholeView(
  connection: Connection,
  dumpId: string,
  filter: StoryFilter,
  signal: AbortSignal,
): Promise<StoryView> {
  // Progress may come before the answer that names the view, so it is listened to from the start.
  const latest = new Map<number, StoryView>();
  let look: () => void = () => undefined;
  const stop = connection.on('view.progress', (progress) => {
    latest.set(progress.view, progress);
    look();
  });
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    const view = await Promise.race([connection.call('stories.view', { dumpId, filter }), aborted]);
    if (view.complete) return view;
    const whole = new Promise<StoryView>((resolve) => {
      look = () => {
        const now = latest.get(view.view);
        if (now?.complete) resolve(now);
      };
      look();
    });
    return await Promise.race([whole, aborted]);
  } finally {
    stop();
    signal.removeEventListener('abort', abort);
  }
}
