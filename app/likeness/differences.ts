import { pieceEnds } from '../text/boundaries.ts';
import { type Run, wordDiff } from '../text/word-diff.ts';

export type { Run } from '../text/word-diff.ts';

/** What two texts have in common and what only one has; each side's runs join to its text. */
export interface Differences {
  one: Run[];
  other: Run[];
}

/** Longer pieces than this, multiplied, are cut at the sentences that both have before their words are compared. In UTF-16 units. */
const WORD_BY_WORD = 4_000_000;

/** The differences between two texts, word by word. */
export function differencesOf(one: string, other: string): Differences {
  const differences: Differences = { one: [], other: [] };
  compare(one, other, differences, 0);
  return differences;
}

function compare(one: string, other: string, into: Differences, depth: number): void {
  if (one === other || one === '' || other === '') {
    add(into.one, one, one !== other);
    add(into.other, other, one !== other);
    return;
  }
  if (one.length * other.length <= WORD_BY_WORD) {
    const { before, after } = wordDiff(one, other);
    for (const { text, changed } of before) add(into.one, text, changed);
    for (const { text, changed } of after) add(into.other, text, changed);
    return;
  }
  const shared = depth > MOST_CUTS ? null : sharedSentence(one, other);
  if (shared === null) {
    add(into.one, one, true);
    add(into.other, other, true);
    return;
  }
  const { at, otherAt, length } = shared;
  compare(one.slice(0, at), other.slice(0, otherAt), into, depth + 1);
  add(into.one, one.slice(at, at + length), false);
  add(into.other, other.slice(otherAt, otherAt + length), false);
  compare(one.slice(at + length), other.slice(otherAt + length), into, depth + 1);
}

const MOST_CUTS = 40;

/** The sentence nearest to the middle that stands once in both texts; null where there is none. */
function sharedSentence(one: string, other: string): { at: number; otherAt: number; length: number } | null {
  const places = oncePlaces(other);
  let best: { at: number; otherAt: number; length: number } | null = null;
  for (const [sentence, at] of oncePlaces(one)) {
    const otherAt = places.get(sentence) ?? null;
    if (otherAt === null || at === null) continue;
    if (best === null || Math.abs(at - one.length / 2) < Math.abs(best.at - one.length / 2))
      best = { at, otherAt, length: sentence.length };
  }
  return best;
}

/** Where each sentence stands; null where it stands several times. */
function oncePlaces(text: string): Map<string, number | null> {
  const places = new Map<string, number | null>();
  let from = 0;
  for (const end of pieceEnds(text)) {
    const sentence = text.slice(from, end);
    if (sentence.trim() !== '') places.set(sentence, places.has(sentence) ? null : from);
    from = end;
  }
  return places;
}

function add(list: Run[], text: string, changed: boolean): void {
  if (text === '') return;
  const last = list.at(-1);
  if (last?.changed === changed) last.text += text;
  else list.push({ text, changed });
}
