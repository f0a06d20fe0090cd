import { type Anchor, CONTEXT } from '../../../app/anchor.ts';
import { type Run, wordDiff } from '../../../app/text/word-diff.ts';

type Side = 'prefix' | 'suffix';

/**
 * Which words changed beside a quote. An anchor has but a window of the text around its quote: what one window shows
 * at its outer edge, beyond where the other one ends, may be there or not, so it is not called changed.
 */
export function contextDiff(before: Anchor, after: Anchor, side: Side): { before: Run[]; after: Run[] } {
  const diff = wordDiff(before[side], after[side], side === 'prefix' ? 'end' : 'start');
  const old = outerRun(diff.before, side);
  const now = outerRun(diff.after, side);
  // Words that an edge cuts through are no others: they go on alike towards the quote.
  const alike = commonLength(old, now, side);
  const isBeyond = (mine: string, theirs: string, other: Anchor) =>
    theirs.length === alike && mine.length > alike && isCut(other, side);
  return {
    before: settled(diff.before, side, old.length, alike, isBeyond(old, now, after)),
    after: settled(diff.after, side, now.length, alike, isBeyond(now, old, before)),
  };
}

/** Whether the text goes on, or may go on, beyond the window. */
function isCut(anchor: Anchor, side: Side): boolean {
  // A window is a unit shorter where its edge would split a character.
  return side === 'prefix' ? anchor.start > anchor.prefix.length : anchor.suffix.length >= CONTEXT - 1;
}

/** What only this window has at its outer edge. */
function outerRun(runs: readonly Run[], side: Side): string {
  const run = side === 'prefix' ? runs[0] : runs.at(-1);
  return run?.changed ? run.text : '';
}

/** UTF-16 units that two outer runs have in common, from the quote outwards. */
function commonLength(a: string, b: string, side: Side): number {
  const order = (text: string) => (side === 'prefix' ? Array.from(text).reverse() : Array.from(text));
  const [left, right] = [order(a), order(b)];
  let length = 0;
  for (let at = 0; at < left.length && left[at] === right[at]; at += 1) length += (left[at] as string).length;
  return length;
}

/** The runs with the outer one divided into what is alike and the rest. `length` 0: there is no outer one. */
function settled(runs: readonly Run[], side: Side, length: number, alike: number, beyond: boolean): Run[] {
  if (length === 0) return [...runs];
  const text = ((side === 'prefix' ? runs[0] : runs.at(-1)) as Run).text;
  const filled = (list: Run[]) => list.filter((run) => run.text !== '');
  if (side === 'prefix') {
    const inner = text.length - alike;
    const outer = { text: text.slice(0, inner), changed: !beyond };
    return filled([outer, { text: text.slice(inner), changed: false }, ...runs.slice(1)]);
  }
  const outer = { text: text.slice(alike), changed: !beyond };
  return filled([...runs.slice(0, -1), { text: text.slice(0, alike), changed: false }, outer]);
}
