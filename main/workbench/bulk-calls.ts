import type { CallParams } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Source } from '../../app/story.ts';
import { MOST_MARKED } from '../../app/story-mark.ts';
import type { Context, Handlers } from './context.ts';
import type { ListView } from './list-view.ts';
import { markCommands } from './story-marks.ts';

/** An id that no source of any dump has. */
const NO_SOURCE_HAS = 0x7fff_ffff;

/** Many stories at once, and sources by their names, for filters that outlive a dump. */
export function bulkCalls({
  desk,
  views,
}: Context): Handlers<'stories.mark' | 'sources.named' | 'sources.find'> {
  return {
    async 'stories.mark'({ view, order, ranges, mark, by, carryOut }) {
      const open = desk.require();
      const list = views.get(view);
      const ordinals = chosenIn(list, order, ranges);
      const { dump, dumpId } = list.target;
      open.openDump(dumpId);
      const signature = { by, at: new Date().toISOString() };
      const { commands, marked } = await markCommands(open.project, dumpId, dump, ordinals, mark, signature);
      if (carryOut && commands.length > 0)
        await open.track(() => open.store.execute({ type: 'batch', commands }));
      return marked;
    },

    async 'sources.named'({ dumpId, ids }) {
      const { dump } = desk.require().openDump(dumpId);
      return ids.map((id) => dump.sources[id - 1] ?? null);
    },

    async 'sources.find'({ dumpId, sources }) {
      const target = desk.require().openDump(dumpId);
      const find = () =>
        sources.map((source) => idOf(target.dump.sources, source)).filter((id) => id !== null);
      // What is not there yet may still come.
      if (find().length < sources.length && !target.dump.complete) await target.indexed();
      const found = find();
      return found.length === 0 && sources.length > 0 ? [NO_SOURCE_HAS] : found;
    },
  };
}

/** @throws UratoriError `bulk-list-changed`, `bulk-too-many` {stories, most} */
function chosenIn(list: ListView, order: number, ranges: CallParams<'stories.mark'>['ranges']): number[] {
  const { state } = list;
  if (state.order !== order) throw new UratoriError('bulk-list-changed');
  const stories = ranges.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, state.count) - from), 0);
  if (stories > MOST_MARKED) throw new UratoriError('bulk-too-many', { stories, most: MOST_MARKED });
  return ranges.flatMap(([from, to]) => list.ordinals(from, to));
}

function idOf(sources: readonly Source[], wanted: Source | null): number | null {
  if (wanted === null) return 0;
  const at = sources.findIndex(({ name, handle }) => name === wanted.name && handle === wanted.handle);
  return at < 0 ? null : at + 1;
}
