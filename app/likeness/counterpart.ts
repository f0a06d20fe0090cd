import { type Anchor, type AnchoredText, describe, resolve } from '../anchor.ts';
import { differencesOf, type Run } from './differences.ts';

/** Of a passage at least so much has to stand in the other text, in letters. */
const SHARED = 0.4;

/**
 * The passage of a near-duplicate that says what an anchored one says: the same words where they stand there once, else
 * what stands between the same words. Null where there is none. For a person to look at, never to be taken unseen.
 */
export function counterpartOf(anchor: Anchor, one: AnchoredText, other: AnchoredText): Anchor | null {
  const found = resolve(anchor, other);
  if (found.kind === 'exact' || found.kind === 'moved') return found.anchor;
  const runs = differencesOf(one.text, other.text);
  const ours = sharedUnits(runs.one, one.text.length);
  const first = ours.countBefore(anchor.start);
  const last = ours.countBefore(anchor.end);
  if (last - first < (anchor.end - anchor.start) * SHARED) return null;
  const theirs = positionsOf(runs.other);
  // What was changed at an end of the passage was changed in the other text as well: it belongs to it.
  const start = ours.isShared(anchor.start) ? theirs(first) : theirs(first - 1) + 1;
  const end = ours.isShared(anchor.end - 1) ? theirs(last - 1) + 1 : theirs(last);
  return start < end ? describe(other, start, end) : null;
}

/** Which units of a text both have, and how many of them stand before a place. */
function sharedUnits(runs: readonly Run[], length: number) {
  const counts = new Uint32Array(length + 1);
  const shared = new Uint8Array(length + 1);
  let at = 0;
  let count = 0;
  for (const { text, changed } of runs)
    for (let unit = 0; unit < text.length; unit += 1) {
      counts[at] = count;
      if (!changed) {
        shared[at] = 1;
        count += 1;
      }
      at += 1;
    }
  counts[length] = count;
  return {
    countBefore: (position: number) => counts[position] ?? count,
    isShared: (position: number) => shared[position] === 1,
  };
}

/** Where the n-th unit stands that both texts have; -1 before the first, the text's length behind the last. */
function positionsOf(runs: readonly Run[]): (shared: number) => number {
  const positions: number[] = [];
  let at = 0;
  for (const { text, changed } of runs) {
    if (!changed) for (let unit = 0; unit < text.length; unit += 1) positions.push(at + unit);
    at += text.length;
  }
  return (shared) => (shared < 0 ? -1 : (positions[shared] ?? at));
}
