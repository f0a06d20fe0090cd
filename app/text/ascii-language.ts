import type { Language } from '../story.ts';
import {
  FUNCTION_WORDS,
  HASH_BITS,
  hashWith,
  hit,
  LONGEST_FUNCTION_WORD,
  MAY_BE_FUNCTION_WORD,
  mostHit,
  noHits,
} from './function-words.ts';

/**
 * What `languageOf` says of a text in UTF-8 whose letters are all ASCII, without making a string of it. null where it
 * has other letters, or what looks like a link, handle or hashtag: letters of those count less.
 * @param units how many UTF-16 units, from `from` on, the answer is about
 * @param escapes the bytes are those of a JSON string
 */
export function asciiLanguage(
  bytes: Uint8Array,
  from: number,
  to: number,
  units: number,
  escapes: boolean,
): Language | null {
  const hits = noHits();
  let letters = 0;
  let index = from;
  for (let left = units; index < to && left > 0; ) {
    const byte = bytes[index] as number;
    if (isLetter(byte)) {
      const start = index;
      const end = Math.min(to, index + left);
      const last = Math.min(end, index + LONGEST_FUNCTION_WORD);
      let hash = 0;
      do hash = hashWith(hash, (bytes[index] as number) | 0x20);
      while (++index < last && isLetter(bytes[index] as number));
      if (index < end && isLetter(bytes[index] as number))
        do index++;
        while (index < end && isLetter(bytes[index] as number));
      else countWord(hits, bytes, start, index, hash);
      letters += index - start;
      left -= index - start;
      continue;
    }
    left--;
    if (byte < 0x80) {
      // A carriage return may be half of a line break.
      if (byte === 0x40 || byte === 0x23 || byte === 0x0d) return null;
      if (byte === 0x3a && bytes[index + 1] === 0x2f) return null;
      if (byte === 0x5c && escapes) {
        const sign = bytes[index + 1];
        if (sign !== 0x6e && sign !== 0x22) return null;
        index++;
      }
      index++;
    } else if (byte === 0xe2) index += 3;
    else if (byte === 0xf0) {
      index += 4;
      left--;
    } else return null;
  }
  return letters > 1 ? mostHit(hits) : null;
}

function isLetter(byte: number): boolean {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}

function countWord(hits: number[], bytes: Uint8Array, start: number, end: number, hash: number): void {
  if (MAY_BE_FUNCTION_WORD[hash & HASH_BITS] === 0) return;
  const entry = FUNCTION_WORDS.get(hash);
  if (entry === undefined || entry.word.length !== end - start) return;
  for (let index = start; index < end; index++)
    if (((bytes[index] as number) | 0x20) !== entry.word.charCodeAt(index - start)) return;
  hit(hits, entry);
}
