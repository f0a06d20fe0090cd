import type { State, TextRange } from '../store/state.ts';
import { findingsOf } from './findings.ts';

/** Where the finding that is being looked at sits in the open story: at most once on either side. */
export function currentFindingRanges(state: State): readonly TextRange[] {
  if (state.finding === null) return [];
  const { open, dismissed } = findingsOf(state);
  const finding = [...open, ...dismissed].find(({ id }) => id === state.finding);
  return [finding?.original, finding?.translation].filter((range) => range != null);
}

export function sameRanges(one: readonly TextRange[], other: readonly TextRange[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, index) => start === other[index]?.start && end === other[index]?.end)
  );
}
