import type { FoldingKind } from './letters.ts';

/** Letters that have to stand in a text somewhere, in any of the spellings of a folding; null: exactly so. */
export interface Literal {
  letters: string;
  folding: FoldingKind | null;
}

/**
 * What a text has to hold so that something can be found in it: enough to leave most texts aside, without saying that
 * it is found in the others. Null: nothing is known.
 */
export type Need = Literal | { all: readonly Need[] } | { any: readonly Need[] } | null;

/** Null for letters that stand for bytes that are none, such as U+FFFD: the bytes may be any. */
export function needLiteral(letters: string, folding: FoldingKind | null): Literal | null {
  return letters === '' || !letters.isWellFormed() || letters.includes('\ufffd')
    ? null
    : { letters, folding };
}

export function needAll(needs: readonly Need[]): Need {
  const known = needs.filter((need) => need !== null);
  return known.length > 1 ? { all: known } : (known[0] ?? null);
}

/** Nothing is known where one of the ways needs nothing. */
export function needAny(needs: readonly Need[]): Need {
  if (needs.includes(null)) return null;
  return needs.length > 1 ? { any: needs } : (needs[0] ?? null);
}
