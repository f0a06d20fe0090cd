import { fold } from '../search/folding.ts';
import type { Range } from '../text/boundaries.ts';
import type { GlossaryEntry } from './entry.ts';
import { looseLetters } from './loose-letters.ts';

/** An entry's wording where it stands in a text, in UTF-16 units of it. */
export interface TermMatch extends Range {
  entry: GlossaryEntry;
}

interface Term {
  entry: GlossaryEntry;
  /** In loose letters. */
  letters: string;
}

const KATAKANA = /[\u30a1-\u30fa\u30fc]/u;
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/**
 * Finds the wordings of a glossary in texts, the longest one first. Scripts with spaces match by whole words, a name
 * in katakana is not found inside a longer one (ロス in ソロス), and everything else wherever it stands.
 */
export class GlossaryMatcher {
  /** By their first letter, the longest first. */
  readonly #terms = new Map<string, Term[]>();

  /** @param side the wordings that are looked for: those of the originals, or those that translate them */
  constructor(entries: Iterable<GlossaryEntry>, side: 'source' | 'target' = 'source') {
    for (const entry of entries) {
      const written = side === 'source' ? [entry.source] : [entry.target, ...entry.variants];
      for (const words of written) {
        const letters = looseLetters(words).text;
        const first = letters[0];
        if (first === undefined) continue;
        const known = this.#terms.get(first);
        if (known) known.push({ entry, letters });
        else this.#terms.set(first, [{ entry, letters }]);
      }
    }
    for (const terms of this.#terms.values()) terms.sort((a, b) => b.letters.length - a.letters.length);
  }

  /** In the order of the text, without overlaps; several entries may match at one place. */
  matches(original: string): TermMatch[] {
    if (this.#terms.size === 0) return [];
    const { text, origin } = looseLetters(original);
    const found: TermMatch[] = [];
    for (let at = 0; at < text.length; ) {
      const terms = (this.#terms.get(text[at] as string) ?? []).filter(
        ({ letters }) => text.startsWith(letters, at) && standsAlone(original, origin(at), ends(at, letters)),
      );
      const longest = terms[0]?.letters;
      if (longest === undefined) {
        at += 1;
        continue;
      }
      for (const { entry, letters } of terms) {
        if (letters === longest) found.push({ entry, start: origin(at), end: ends(at, letters) });
      }
      at += longest.length;
    }
    return found;

    // Long vowels at the end of a name belong to it, though they were left out.
    function ends(at: number, letters: string): number {
      let end = origin(at + letters.length - 1) + 1;
      while (end < original.length && /ー|\u3099|\u309a|\ufe0f/u.test(original[end] as string)) end += 1;
      return end;
    }
  }
}

/** Whether words stand somewhere as they are written, but for width and case. */
export function isWritten(words: string, text: string): boolean {
  return fold(text, 'usual').text.includes(fold(words, 'usual').text);
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !goesOn(text[start - 1], text[start]) && !goesOn(text[end - 1], text[end]);
}

/** Whether two neighbours belong to one word. */
function goesOn(before: string | undefined, behind: string | undefined): boolean {
  if (before === undefined || behind === undefined) return false;
  const [one, other] = [before.normalize('NFKC'), behind.normalize('NFKC')];
  return (SPACED.test(one) && SPACED.test(other)) || (KATAKANA.test(one) && KATAKANA.test(other));
}
