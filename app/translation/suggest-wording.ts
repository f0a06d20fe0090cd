import { looseLetters } from '../glossary/loose-letters.ts';
import type { TranslationNote } from '../translation-note.ts';

/** A wording from an earlier note, for words that are much the same. */
export interface WordingSuggestion {
  noteId: string;
  /** The words that it was suggested for. */
  original: string;
  wording: string;
  /** 0 to 1; 1 for the very same words. */
  likeness: number;
}

/** Less than this is another matter. */
const LIKE = 0.5;
const MOST = 3;
/** Words longer than this are compared by their beginning. */
const LONGEST = 2000;

/**
 * What earlier notes suggested for words like these: by the pairs of letters that both have (Dice's coefficient), which
 * needs no spaces between words, and less the more they differ in length.
 */
export function suggestWordings(
  words: string,
  notes: Iterable<TranslationNote>,
  except: string | null = null,
): WordingSuggestion[] {
  const own = bigramsOf(words);
  if (own.size === 0) return [];
  const best = new Map<string, WordingSuggestion>();
  for (const note of notes) {
    const wording = note.suggestion.trim();
    if (note.id === except || wording === '' || !note.original) continue;
    const likeness = likenessOf(own, bigramsOf(note.original.quote));
    if (likeness < LIKE) continue;
    const known = best.get(wording);
    if (!known || known.likeness < likeness)
      best.set(wording, { noteId: note.id, original: note.original.quote, wording, likeness });
  }
  return [...best.values()]
    .sort((a, b) => b.likeness - a.likeness || (a.noteId < b.noteId ? -1 : 1))
    .slice(0, MOST);
}

/** How often each two letters stand beside each other; a single letter counts by itself. */
type Bigrams = ReadonlyMap<string, number>;

function bigramsOf(words: string): Bigrams {
  const letters = [
    ...looseLetters(words.slice(0, LONGEST))
      .text.replace(/[\s\p{P}]+/gu, ' ')
      .trim(),
  ];
  const found = new Map<string, number>();
  const add = (pair: string) => found.set(pair, (found.get(pair) ?? 0) + 1);
  if (letters.length === 1) add(letters[0] as string);
  for (let at = 1; at < letters.length; at += 1) add(`${letters[at - 1]}${letters[at]}`);
  return found;
}

function likenessOf(one: Bigrams, other: Bigrams): number {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  if (a === 0 || b === 0) return 0;
  // What differs much in length says more or less, however well its letters fit: no need to count them.
  const lengths = Math.min(a, b) / Math.max(a, b);
  if (lengths < LIKE) return 0;
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return ((2 * shared) / (a + b)) * Math.sqrt(lengths);
}

function sizeOf(bigrams: Bigrams): number {
  let size = 0;
  for (const count of bigrams.values()) size += count;
  return size;
}
