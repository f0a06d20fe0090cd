import type { GlossaryEntry } from '../../glossary/entry.ts';
import type { Language } from '../../story.ts';
import type { Range } from '../../text/boundaries.ts';
import { checkDates } from './dates.ts';
import type { CheckId, Finding, PlacedFinding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { checkGlossary, type GlossaryIndex, glossaryIndex } from './glossary.ts';
import { checkNegation } from './negation.ts';
import { checkNumbers } from './numbers.ts';
import { checkQuotations } from './quotations.ts';
import { checkSentences } from './sentences.ts';
import { isCut, type PairSides, sideOf } from './side.ts';
import { checkUntranslated } from './untranslated.ts';

/** Sentences that translate each other, in UTF-16 units of the story's text; one side may be empty. */
export interface CheckedPair {
  original: readonly Range[];
  translation: readonly Range[];
}

/** What is checked: a story's pairs in order. */
export interface CheckedTranslation {
  text: string;
  pairs: readonly CheckedPair[];
  originalLang: Language;
  translationLang: Language;
}

export interface CheckOptions {
  glossary: Iterable<GlossaryEntry>;
  /** Checks that a person turned off. */
  off: ReadonlySet<CheckId>;
}

interface Context {
  glossary: GlossaryIndex;
  /** The original was cut before this pair. */
  cut: boolean;
}

/** How each check looks at a pair. `rates` looks at dumps instead. */
const TABLE: Readonly<Record<Exclude<CheckId, 'rates'>, (pair: PairSides, context: Context) => Finding[]>> = {
  numbers: checkNumbers,
  dates: checkDates,
  glossary: (pair, { glossary }) => checkGlossary(pair, glossary),
  negation: checkNegation,
  quotations: checkQuotations,
  untranslated: checkUntranslated,
  sentences: (pair, { cut }) => checkSentences(pair, cut),
};

/** Everything that the checks find in a translation, in the order of the text. */
export function checkPairs(
  { text, pairs, originalLang, translationLang }: CheckedTranslation,
  { glossary, off }: CheckOptions,
): PlacedFinding[] {
  const index = glossaryIndex(off.has('glossary') ? [] : glossary, originalLang, translationLang);
  const sides = pairs.map(
    (pair): PairSides => ({
      original: sideOf(text, pair.original, originalLang),
      translation: sideOf(text, pair.translation, translationLang),
    }),
  );
  const lastOriginal = sides.findLastIndex(({ original }) => original !== null);
  const ending = sides[lastOriginal]?.original;
  const isCutAtEnd = ending != null && isCut(ending);
  const found = sides.map((pair, at) => {
    const context = { glossary: index, cut: isCutAtEnd && at > lastOriginal };
    return Object.entries(TABLE).flatMap(([check, look]) =>
      off.has(check as CheckId) ? [] : look(pair, context),
    );
  });
  return found.flatMap((findings, at) =>
    findings
      .filter((finding) => !isNextDoor(finding, [found[at - 1], found[at + 1]]))
      .map((finding) => ({ ...finding, id: idOf(finding, sides[at] as PairSides) })),
  );
}

/** A number that is missing here and added in the next sentence has only moved. */
function isNextDoor(finding: Finding, neighbours: readonly (readonly Finding[] | undefined)[]): boolean {
  const opposite = { 'number-missing': 'number-added', 'number-added': 'number-missing' }[
    finding.what as string
  ];
  return (
    opposite !== undefined &&
    neighbours.some((findings) =>
      findings?.some(({ what, params }) => what === opposite && params.value === finding.params.value),
    )
  );
}

/** From the words of the pair and the places in it: the same wherever and whenever the pair is found. */
function idOf({ what, original, translation }: Finding, pair: PairSides): string {
  const within = (range: Range | null, side: Range | null) =>
    range && side ? [range.start - side.start, range.end - side.start] : null;
  return fingerprint(
    JSON.stringify([
      what,
      pair.original?.text ?? null,
      pair.translation?.text ?? null,
      within(original, pair.original),
      within(translation, pair.translation),
    ]),
  );
}
