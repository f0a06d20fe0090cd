/** A text with line feeds only, and what it takes to have it back as it was. */
export interface Unified {
  text: string;
  /** Of each line break what it was, in runs: `C3L1R1` for three times CR LF, one LF and one CR. */
  ends: string;
  /** A place of the original in this text, in UTF-16 units of both; not one between CR and LF. */
  fromOriginal(at: number): number;
  /** Back. */
  toOriginal(at: number): number;
}

const LETTERS: Readonly<Record<string, string>> = { '\r\n': 'C', '\n': 'L', '\r': 'R' };
const BREAKS: Readonly<Record<string, string>> = { C: '\r\n', L: '\n', R: '\r' };

export function unified(original: string): Unified {
  /** Where the pairs begin in the original. */
  const pairs: number[] = [];
  const runs: { letter: string; count: number }[] = [];
  for (const { 0: sign, index } of original.matchAll(/\r\n?|\n/gu)) {
    if (sign === '\r\n') pairs.push(index);
    const letter = LETTERS[sign] as string;
    const last = runs.at(-1);
    if (last?.letter === letter) last.count += 1;
    else runs.push({ letter, count: 1 });
  }
  return {
    text: original.replaceAll(/\r\n?/gu, '\n'),
    ends: runs.map(({ letter, count }) => `${letter}${count}`).join(''),
    fromOriginal: (at) => at - below(pairs, (pair) => pair < at),
    toOriginal: (at) => at + below(pairs, (pair, index) => pair - index < at),
  };
}

/** Whether there is nothing to be had back. */
export function isPlain(ends: string): boolean {
  return /^(?:L\d+)?$/u.test(ends);
}

/** The text as it was; null where its line breaks are others by now, or never were these. */
export function restoredText(text: string, ends: string): string | null {
  if (!/^(?:[CLR]\d{1,9})*$/u.test(ends)) return null;
  const runs = [...ends.matchAll(/([CLR])(\d+)/gu)].map(([, letter, count]) => ({
    sign: BREAKS[letter as string] as string,
    left: Number(count),
  }));
  const lines = text.split('\n');
  if (runs.reduce((sum, { left }) => sum + left, 0) !== lines.length - 1) return null;
  const parts: string[] = [lines[0] as string];
  let run = 0;
  for (const line of lines.slice(1)) {
    while (runs[run]?.left === 0) run += 1;
    const current = runs[run] as { sign: string; left: number };
    current.left -= 1;
    parts.push(current.sign, line);
  }
  return parts.join('');
}

/** How many of an ascending list something holds for that holds for a beginning of it. */
function below(list: readonly number[], holds: (value: number, index: number) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as number, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
