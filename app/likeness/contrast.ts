import { differencesOf } from './differences.ts';
import { changedFigures, type FigureChange } from './figures.ts';
import { ALIKE, likenessOf } from './jaccard.ts';

/** How what two stories say differs, as far as letters tell; whether it matters is for a person to say. */
export interface Contrast {
  /** 0 to 1. */
  similarity: number;
  figures: FigureChange[];
  /** Only one of them says no to what both say: looked for where they are near-duplicates. */
  negated: boolean;
}

const NEGATION =
  /ない|なかった|ません|(?:で|は)なく|ず(?=[、。に]|$)|否定|誤り|誤報|デマ|虚偽|\b(?:not|no|never|none|neither|nor|without|denie[sd]|deny|false|untrue)\b|n['’]t\b/giu;

/** Of longer texts only the figures are compared. In UTF-16 units, of both, multiplied. */
const MOST = 16_000_000;

/** @param one and `other` as `comparedText` has them */
export function contrastOf(one: string, other: string): Contrast {
  const similarity = likenessOf(one, other);
  const negated = similarity >= ALIKE && one.length * other.length <= MOST && isNegated(one, other);
  return { similarity, figures: changedFigures(one, other), negated };
}

/** Whether the stories say the same, but for words and figures that matter. */
export function saysElse({ similarity, figures, negated }: Contrast): boolean {
  return similarity < ALIKE || figures.length > 0 || negated;
}

function isNegated(one: string, other: string): boolean {
  const { one: ours, other: theirs } = differencesOf(one, other);
  const negations = (runs: typeof ours) =>
    runs.reduce((sum, { text, changed }) => sum + (changed ? (text.match(NEGATION)?.length ?? 0) : 0), 0);
  return negations(ours) !== negations(theirs);
}
