import type { Language } from '../story.ts';

/** Words that a sentence can hardly do without, for the languages that share the Latin script. */
const WORDS: readonly (readonly [Language, readonly string[]])[] = [
  [
    'en',
    'the of and to in is that for on with as was by it at are this from be has have not will he she they you'.split(
      ' ',
    ),
  ],
  [
    'de',
    'der die das und ist nicht ein eine zu den dem mit auf für von im des sich wir ich sind auch wird'.split(
      ' ',
    ),
  ],
  [
    'fr',
    'le la les des et est dans une un que qui pour pas sur du au ce par avec sont nous vous il elle'.split(
      ' ',
    ),
  ],
  ['es', 'el la los las y es en de que una un por con para no del se al como más su pero'.split(' ')],
  ['it', 'il lo la gli le di e è che un una per con non del della sono nel alla più anche'.split(' ')],
  ['pt', 'o os a as e é de que um uma para com não do da em no na por mais dos são'.split(' ')],
  ['nl', 'de het een en van is dat niet op te in voor met zijn aan er maar ook bij wordt'.split(' ')],
];

export interface FunctionWord {
  word: string;
  /** A bit for each language of `WORDS` that has it. */
  languages: number;
}

/** The function words by the hash of their letters. */
export const FUNCTION_WORDS: ReadonlyMap<number, FunctionWord> = byHash();
export const LONGEST_FUNCTION_WORD = Math.max(...[...FUNCTION_WORDS.values()].map(({ word }) => word.length));

/** 1 for the lowest bits of hashes that function words have: nearly all other words are told by it. */
export const HASH_BITS = 1023;
export const MAY_BE_FUNCTION_WORD = new Uint8Array(HASH_BITS + 1);
for (const hash of FUNCTION_WORDS.keys()) MAY_BE_FUNCTION_WORD[hash & HASH_BITS] = 1;

/** A word's hash with one more letter, given by its code in lower case. */
export function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function byHash(): Map<number, FunctionWord> {
  const found = new Map<number, FunctionWord>();
  for (const [number, [, words]] of WORDS.entries()) {
    for (const word of words) {
      let hash = 0;
      for (const letter of word) hash = hashWith(hash, letter.charCodeAt(0));
      found.set(hash, { word, languages: (found.get(hash)?.languages ?? 0) | (1 << number) });
    }
  }
  return found;
}

/** How many function words of each language a text has. */
export type WordHits = number[];

export function noHits(): WordHits {
  return WORDS.map(() => 0);
}

export function hit(hits: WordHits, { languages }: FunctionWord): void {
  for (let number = 0; number < hits.length; number++)
    if (languages & (1 << number)) hits[number] = (hits[number] as number) + 1;
}

/** The language that most words speak for; English where no other has the better of it. */
export function mostHit(hits: WordHits): Language {
  let best: Language = 'en';
  // A single `la` or `de` is more often part of a name than a sign of another language.
  let most = Math.max(1, hits[0] as number);
  for (const [number, count] of hits.entries()) {
    if (count > most) {
      best = (WORDS[number] as (typeof WORDS)[number])[0];
      most = count;
    }
  }
  return best;
}
