import type { Run } from '../keys/run-action.ts';
import { annotatedSpans, neighbour } from '../reading/annotated-spans.ts';
import { move, type Unit } from '../reading/moves.ts';
import { surfaces } from '../reading/surfaces.ts';
import { searchingOf } from '../search/searching.ts';
import { annotationHits, hitsIn } from '../search/story-hits.ts';
import { keyOf } from '../store/annotating.ts';
import { openStoryAt, stepStory } from '../store/stepping.ts';
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
    const { ordinal, view, filter } = workspace.state.get();
    if (!view || searchingOf(filter) === null) return;
    const { items, moved } = goToHit(workspace, by);
    if (moved) return;
    await stepStory(workspace, by);
    // From a story that is none of those that were found, and has them all behind it, to the first of them.
    if (items === 0 && workspace.state.get().ordinal === ordinal)
      await openStoryAt(workspace, by > 0 ? 0 : view.count - 1);
    if (workspace.state.get().ordinal !== ordinal) goToHit(workspace, by);
  };

/** To the hit after, or before, the one that was gone to last, in the text or among annotations; not past the end. */
function goToHit(workspace: Workspace, by: 1 | -1): { items: number; moved: boolean } {
  const { open, story, filter, currentHit, selected } = workspace.state.get();
  if (!open?.currentDumpId || !story) return { items: 0, moved: false };
  const searching = searchingOf(filter);
  const key = keyOf({ dumpId: open.currentDumpId, story });
  const annotations = annotationHits(story, key, open.project, searching);
  const ref = next(
    annotations,
    annotations.findIndex(({ id }) => id === selected?.id),
    by,
  );
  if (ref) workspace.select(ref);
  const hits = hitsIn(story, key, open.project, searching);
  const place = next(
    hits,
    hits.findIndex(({ start }) => start === currentHit?.start),
    by,
  );
  if (place) workspace.state.update({ currentHit: place });
  return { items: annotations.length + hits.length, moved: ref !== undefined || place !== undefined };
}

/** The neighbour of the item at a place; the first or last one where there is no such item. */
function next<T>(items: readonly T[], at: number, by: 1 | -1): T | undefined {
  return at < 0 ? items.at(by > 0 ? 0 : -1) : items[at + by];
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
    else {
      workspace.select(null);
      workspace.state.update({ suggestion: null });
    }
    document.querySelector<HTMLElement>('#reading')?.focus({ preventScroll: true });
  },
} satisfies Record<string, Run>;
