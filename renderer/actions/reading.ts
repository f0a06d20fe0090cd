import type { Run } from '../keys/run-action.ts';
import { annotatedSpans, neighbour } from '../reading/annotated-spans.ts';
import { hitsIn } from '../reading/hits.ts';
import { move, type Unit } from '../reading/moves.ts';
import { surfaces } from '../reading/surfaces.ts';
import { keyOf } from '../store/annotating.ts';
import type { TextRange } from '../store/state.ts';
import { stepStory } from '../store/stepping.ts';
import type { Workspace } from '../store/workspace.ts';

const moveBy =
  (unit: Unit, by: 1 | -1, extend: boolean): Run =>
  (workspace) => {
    const { story } = workspace.state.get();
    const surface = surfaces.current;
    if (story && surface) surface.select(move(story.text, surface.origin(), unit, by, extend));
  };

const annotation =
  (by: 1 | -1): Run =>
  (workspace) => {
    const { open, story, selected } = workspace.state.get();
    if (!open?.currentDumpId || !story) return;
    const spans = annotatedSpans(open.project, keyOf({ dumpId: open.currentDumpId, story }), story);
    workspace.select(neighbour(spans, selected, by));
  };

/** To the next hit in the story; past the last one, to the first of the next story in the list. */
const hit =
  (by: 1 | -1): Run =>
  async (workspace) => {
    const next = hitFrom(workspace, by);
    if (next) workspace.state.update({ currentHit: next });
    else if (workspace.state.get().filter.query !== '') {
      await stepStory(workspace, by);
      workspace.state.update({ currentHit: hitFrom(workspace, by) });
    }
  };

/** The hit after, or before, the one that was gone to last; null past the end. */
function hitFrom({ state }: Workspace, by: 1 | -1): TextRange | null {
  const { story, filter, currentHit } = state.get();
  const hits = story ? hitsIn(story, filter) : [];
  if (!currentHit) return hits.at(by > 0 ? 0 : -1) ?? null;
  return hits[hits.findIndex(({ start }) => start === currentHit.start) + by] ?? null;
}

/** Moving in the text and selecting it. */
export const readingActions = {
  'next-annotation': annotation(1),
  'previous-annotation': annotation(-1),
  'next-word': moveBy('word', 1, false),
  'previous-word': moveBy('word', -1, false),
  'extend-word': moveBy('word', 1, true),
  'shrink-word': moveBy('word', -1, true),
  'next-sentence': moveBy('sentence', 1, false),
  'previous-sentence': moveBy('sentence', -1, false),
  'extend-sentence': moveBy('sentence', 1, true),
  'shrink-sentence': moveBy('sentence', -1, true),
  'next-hit': hit(1),
  'previous-hit': hit(-1),
  'clear-selection': (workspace) => {
    if (workspace.state.get().selection) surfaces.current?.clear();
    else workspace.select(null);
    document.querySelector<HTMLElement>('#reading')?.focus({ preventScroll: true });
  },
} satisfies Record<string, Run>;
