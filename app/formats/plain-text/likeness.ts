/** Whether a text could be another's translation, by what translations keep: time codes, numbers, length. */

const TIME_CODE = /\d{1,2}:\d{2}(?::\d{2})?/gu;
/** Single digits stand everywhere; they tell nothing. */
const NUMBER = /\d[\d,.]*\d/gu;
/** Share of the original's time codes or numbers that a translation has to have. */
const KEPT = 0.5;
/** A Japanese translation has about half as many characters as its English original, and the other way round. */
const SHORTEST = 0.15;
const LONGEST = 5;

const found = (text: string, expression: RegExp) =>
  new Set((text.match(expression) ?? []).map((match) => match.replaceAll(',', '')));

/** @param cut the original ends early, so that the translation may be any longer */
export function looksTranslated(original: string, translation: string, cut: boolean): boolean {
  // Links have numbers and letters that no translation keeps.
  const [from, to] = [original, translation].map((text) =>
    text.normalize('NFKC').replace(/https?:\S+|pic\.\S+/gu, ' '),
  ) as [string, string];
  for (const expression of [TIME_CODE, NUMBER]) {
    const wanted = found(from, expression);
    if (wanted.size === 0) continue;
    const there = found(to, expression);
    const kept = [...wanted].filter((mark) => there.has(mark)).length;
    if (kept >= wanted.size * KEPT) return true;
    if (wanted.size > 2) return false;
  }
  const ratio = to.length / Math.max(1, from.length);
  return ratio >= SHORTEST && (cut || ratio <= LONGEST);
}
