/** How well a query fits a text. `places` are UTF-16 positions of the text's characters that matched, in order. */
export interface Match {
  score: number;
  places: number[];
}

/** A text prepared for many queries. */
export interface Folded {
  /** One folded character an entry… */
  characters: string[];
  /** …and where it came from, in UTF-16 units of the text. */
  places: number[];
}

const WORD_START = /[\s\p{P}\p{S}]/u;

/**
 * Case, width and kana are taken for the same: a palette is typed into in whatever mode the input method is in.
 * Taken apart (NFKD) and not put together, since a half-width kana and its sound mark are two characters.
 */
export function foldText(text: string): Folded {
  const characters: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    for (const folded of hiragana(character.normalize('NFKD').toLowerCase())) {
      characters.push(folded);
      places.push(place);
    }
    place += character.length;
  }
  return { characters, places };
}

/**
 * Matches words of a query in any order, each as a run of the text or, failing that, as characters in order. A run
 * beats scattered characters, the start of a word its middle, a short text a long one. null: no match.
 */
export function fuzzy(query: string, text: Folded): Match | null {
  const terms = foldText(query).characters.join('').split(/\s+/u).filter(Boolean);
  const places = new Set<number>();
  let score = 0;
  for (const term of terms) {
    const match = matchTerm([...term], text.characters);
    if (!match) return null;
    score += match.score;
    for (const index of match.indexes) places.add(text.places[index] as number);
  }
  return { score: score - text.characters.length * 0.01, places: [...places].sort((a, b) => a - b) };
}

function matchTerm(term: string[], text: string[]): { score: number; indexes: number[] } | null {
  const run = bestRun(term, text);
  if (run) return run;
  const indexes: number[] = [];
  let at = 0;
  for (const character of term) {
    at = text.indexOf(character, at);
    if (at < 0) return null;
    indexes.push(at);
    at += 1;
  }
  // Scattered over a whole sentence is chance, not what was meant.
  const spread = (indexes.at(-1) as number) - (indexes[0] as number) + 1;
  if (spread > term.length * 4) return null;
  return { score: term.length - spread * 0.25, indexes };
}

function bestRun(term: string[], text: string[]): { score: number; indexes: number[] } | null {
  let found: { score: number; start: number } | null = null;
  for (let start = 0; start + term.length <= text.length; start += 1) {
    if (!term.every((character, offset) => text[start + offset] === character)) continue;
    const atStart = start === 0 || WORD_START.test(text[start - 1] as string);
    const score = term.length * 4 + (atStart ? 8 : 0) + (start === 0 ? 4 : 0);
    if (!found || score > found.score) found = { score, start };
  }
  const best = found;
  return best && { score: best.score, indexes: term.map((_, offset) => best.start + offset) };
}

function hiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
