import type { PlacedAnchor } from '../marks.ts';
import type { Draft } from '../model/draft.ts';
import type { Inline } from '../model/inline.ts';
import { isPlaced } from '../place.ts';

/** `1`, `T1`, `N1`: the number of an annotation within its story. */
export function markName({ report }: Draft, kind: 'claim' | 'tag' | 'note', number: number): string {
  return report.translate(`mark.${kind}`, { number });
}

/** A way back to the number in the text, where there is one; the words alone where there is not. */
export function jumpToText(id: string, anchors: readonly PlacedAnchor[], line: Inline[]): Inline[] {
  const placed = anchors.some(({ place }) => isPlaced(place));
  return placed ? [{ kind: 'jump', to: inTextId(id), words: line }] : line;
}

export const inTextId = (id: string) => `${id}-in-text`;
