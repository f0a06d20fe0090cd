import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { Story } from '../../app/story.ts';
import type { PairRanges } from '../../app/translation/align.ts';
import type { ReadingSurface } from '../reading/reading-surface.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { clearPairs, paintPairs } from './paint-pairs.ts';
import { cutOf, pairAt, placeOf, type StoryPairs } from './story-pairs.ts';

const NONE: readonly PairRanges[] = [];

/**
 * What stands on one side marks its counterpart on the other: under the pointer, and where a person selects, clicks or
 * goes by key. The pair that was gone to comes into sight on both sides.
 */
export function useLinkedPairs(
  surface: ReadingSurface | null,
  story: Story | null,
  pairs: StoryPairs | null,
): { choose: (position: number | null) => void; hover: (position: number | null) => void } {
  const workspace = useWorkspace();
  const place = useWorkspaceState((state) => state.pair);
  const hoveredPlace = useWorkspaceState((state) => state.hoveredPair);
  const selectionStart = useWorkspaceState((state) => state.selection?.start ?? null);
  const cut = useMemo(() => (story ? cutOf(story) : null), [story]);
  const links = useMemo(
    () =>
      [...(pairs?.pairs ?? NONE), ...(cut?.pairs ?? NONE)].filter(
        ({ original }) => original.length > 0 || pairs,
      ),
    [pairs, cut],
  );
  const at = (position: number | null) =>
    position === null ? null : (links[pairAt(links, position)] ?? null);
  const current = at(place);
  const hovered = at(hoveredPlace);

  useLayoutEffect(() => {
    if (surface) paintPairs(surface, { current, hovered, added: cut?.added ?? [] });
  }, [surface, current, hovered, cut]);
  useEffect(() => clearPairs, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new selection chooses; the same one in another arrangement does not.
  useEffect(() => {
    const chosen = at(selectionStart);
    if (chosen) workspace.state.update({ pair: placeOf(chosen) });
  }, [selectionStart]);

  return {
    choose: (position) => {
      const chosen = at(position);
      if (chosen) workspace.state.update({ pair: placeOf(chosen) });
    },
    hover: (position) => {
      const found = at(position);
      const next = found && placeOf(found);
      if (workspace.state.get().hoveredPair !== next) workspace.state.update({ hoveredPair: next });
    },
  };
}
