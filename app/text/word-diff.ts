/** A run of words that two texts share or that only one of them has. */
export interface Run {
  text: string;
  changed: boolean;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * Which words of two short texts changed (the longest common subsequence of their words stays). Each side's runs join
 * to its text. Where a word has several that it may be, it is the one nearest to the end that they are read `from`.
 */
export function wordDiff(
  before: string,
  after: string,
  from: 'start' | 'end' = 'start',
): { before: Run[]; after: Run[] } {
  const inOrder = <T>(list: T[]): T[] => (from === 'start' ? list : list.reverse());
  const a = inOrder(Array.from(words.segment(before), ({ segment }) => segment));
  const b = inOrder(Array.from(words.segment(after), ({ segment }) => segment));
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const runs = { before: [] as Run[], after: [] as Run[] };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      push(runs.before, a[i] as string, false);
      push(runs.after, b[j] as string, false);
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      push(runs.before, a[i] as string, true);
      i += 1;
    } else {
      push(runs.after, b[j] as string, true);
      j += 1;
    }
  }
  return { before: inOrder(runs.before), after: inOrder(runs.after) };

  function push(list: Run[], text: string, changed: boolean): void {
    const last = list.at(-1);
    if (last?.changed === changed) last.text = from === 'start' ? last.text + text : text + last.text;
    else list.push({ text, changed });
  }
}

/** `lengths[i][j]`: words that the rests from `i` and from `j` have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as number[];
      const below = lengths[i + 1] as number[];
      row[j] =
        a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return lengths;
}
