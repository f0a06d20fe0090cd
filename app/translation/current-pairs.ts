import type { Range } from '../text/boundaries.ts';
import { type AlignedPair, align, reasonsFor, type TermPair } from './align.ts';
import type { Alignment, StoredPair } from './alignment.ts';
import type { Versions } from './versions.ts';

/** The pairs of a story as they stand. */
export interface CurrentPairs {
  pairs: readonly AlignedPair[];
  /** A person made them; otherwise they are suggested. */
  edited: boolean;
  /** Pairs of the person's whose words are not in the text any more; what stands there now is suggested anew. */
  lost: number;
}

/**
 * The pairs that a person made, or the suggested ones. Where the dump has changed since, the pairs whose words still
 * stand there, in order, are kept, and what lies between them is aligned anew: monotone and total in any case.
 */
export function currentPairs(
  versions: Versions,
  alignment: Alignment | null,
  terms: readonly TermPair[] = [],
): CurrentPairs {
  if (!alignment) return { pairs: align(versions, terms), edited: false, lost: 0 };
  const { text } = versions;
  const kept = stillThere(versions, alignment.pairs);
  const free = {
    original: uncovered(
      text,
      versions.original,
      kept.flatMap((pair) => pair.original),
    ),
    translation: uncovered(
      text,
      versions.translation,
      kept.flatMap((pair) => pair.translation),
    ),
  };
  const pairs: AlignedPair[] = [];
  const before = (side: 'original' | 'translation', index: number) => {
    const next = kept.slice(index).find((pair) => pair[side].length > 0)?.[side][0]?.start ?? Infinity;
    const count = free[side].findIndex(({ start }) => start >= next);
    return free[side].splice(0, count < 0 ? free[side].length : count);
  };
  for (let index = 0; index <= kept.length; index += 1) {
    const between = { text, original: before('original', index), translation: before('translation', index) };
    if (between.original.length + between.translation.length > 0) pairs.push(...align(between, terms));
    const pair = kept[index];
    if (pair) pairs.push({ ...pair, score: 1, reasons: reasonsFor(text, pair, terms) });
  }
  return { pairs, edited: true, lost: alignment.pairs.length - kept.length };
}

/** The stored pairs whose words stand in the text, in order, with the ranges that they have now. */
function stillThere(
  { text, original, translation }: Versions,
  stored: readonly StoredPair[],
): { original: Range[]; translation: Range[] }[] {
  const kept: { original: Range[]; translation: Range[] }[] = [];
  const within = {
    original: { from: original[0]?.start ?? 0, to: original.at(-1)?.end ?? 0 },
    translation: { from: translation[0]?.start ?? 0, to: translation.at(-1)?.end ?? 0 },
  };
  for (const pair of stored) {
    const found = {
      original: placesOf(text, pair.original, within.original),
      translation: placesOf(text, pair.translation, within.translation),
    };
    if (!found.original || !found.translation) continue;
    within.original.from = found.original.at(-1)?.end ?? within.original.from;
    within.translation.from = found.translation.at(-1)?.end ?? within.translation.from;
    kept.push({ original: found.original, translation: found.translation });
  }
  return kept;
}

/** Where quotes stand, one behind the other; null where one of them is missing, or stands there more than once. */
function placesOf(
  text: string,
  quotes: StoredPair['original'],
  { from, to }: { from: number; to: number },
): Range[] | null {
  const places: Range[] = [];
  let at = from;
  for (const { start, quote } of quotes) {
    let found = start;
    if (start < at || !text.startsWith(quote, start)) {
      found = text.indexOf(quote, at);
      const again = found < 0 ? -1 : text.indexOf(quote, found + 1);
      if (again >= 0 && again + quote.length <= to) return null;
    }
    if (found < 0 || found + quote.length > to) return null;
    places.push({ start: found, end: found + quote.length });
    at = found + quote.length;
  }
  return places;
}

/** What of the sentences no kept pair holds; `covered` is in order. */
function uncovered(text: string, sentences: readonly Range[], covered: readonly Range[]): Range[] {
  const free: Range[] = [];
  for (const sentence of sentences) {
    let at = sentence.start;
    for (const { start, end } of covered) {
      if (end <= at || start >= sentence.end) continue;
      free.push({ start: at, end: Math.max(at, start) });
      at = end;
    }
    free.push({ start: at, end: Math.max(at, sentence.end) });
  }
  return free.flatMap(({ start, end }) => {
    const part = text.slice(start, end);
    if (part.trim() === '') return [];
    const lead = part.length - part.trimStart().length;
    return [{ start: start + lead, end: start + part.trimEnd().length }];
  });
}
