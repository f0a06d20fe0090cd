/** Keys sorted at a time: well under a millisecond. */
const RUN = 1024;

/**
 * Sorts as `Array.prototype.sort` does by default (UTF-16 units), but stops at every step that takes about a
 * millisecond, so that sorting 100,000 keys does not hold up the program: `yield` there, go on when it suits.
 */
export function* sortedKeys(keys: Iterable<string>): Generator<'', string[]> {
  let runs: string[][] = [];
  let run: string[] = [];
  for (const key of keys) {
    if (run.push(key) < RUN) continue;
    runs.push(run.sort());
    run = [];
    yield '';
  }
  runs.push(run.sort());
  while (runs.length > 1) {
    const merged: string[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergedRun(runs[at] as string[], runs[at + 1] ?? []));
    }
    runs = merged;
  }
  return runs[0] as string[];
}

function* mergedRun(left: string[], right: string[]): Generator<'', string[]> {
  const merged: string[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left[l] as string;
    const b = right[r] as string;
    if (a <= b) {
      merged.push(a);
      l += 1;
    } else {
      merged.push(b);
      r += 1;
    }
    if (merged.length % (RUN * 4) === 0) yield '';
  }
  for (; l < left.length; l += 1) merged.push(left[l] as string);
  for (; r < right.length; r += 1) merged.push(right[r] as string);
  return merged;
}
