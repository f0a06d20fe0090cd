import { withoutNoise } from '../../text/numbers/noise.ts';
import type { Finding } from './finding.ts';
import { inStory, isJapanese, type PairSides, type Side, whole, wordsAt } from './side.ts';

/** Latin words in a row; names and abbreviations come in capitals, so a run needs a word that does not. */
const LATIN_RUN =
  /\p{Script=Latin}[\p{Script=Latin}'’-]*(?:[ ,]+\p{Script=Latin}[\p{Script=Latin}'’-]*){2,}/gu;
const COMMON_WORD =
  /(?:^|[ ,])(?:the|an?|of|to|in|is|are|was|were|and|that|for|with|on|by|not|it|has|have|will|from|at|as|be|this|they|we|you|he|she|who|which|but|or|more|than)(?=$|[ ,])/iu;
const JAPANESE_RUN = /[\p{Script=Han}\u3041-\u30ff]{4,}/gu;

/** Runs of the original's language that stand in the translation. */
export function checkUntranslated({ original, translation }: PairSides): Finding[] {
  if (!translation) return [];
  const runs =
    isJapanese(original ?? translation) && original ? japaneseRuns(translation) : latinRuns(translation);
  return runs.map((run) => ({
    check: 'untranslated',
    what: 'untranslated',
    params: { words: wordsAt(translation, run) },
    original: whole(original),
    translation: inStory(translation, run),
    note: 'untranslated',
    suggestion: '',
  }));
}

type Run = { start: number; end: number };

function latinRuns(side: Side): Run[] {
  // A translation that has no Japanese in it at all was not made.
  const isWhole =
    side.lang === 'ja' && !isJapanese(side) && /\p{Script=Latin}{3,} \p{Script=Latin}{2,}/u.test(side.text);
  const text = withoutNoise(side.text);
  if (!isJapanese(side) && !isWhole) return [];
  return [...text.matchAll(LATIN_RUN)]
    .filter(([words]) => isWhole || COMMON_WORD.test(words))
    .map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

function japaneseRuns(side: Side): Run[] {
  if (side.lang === 'ja' || side.lang === 'zh') return [];
  return [...withoutNoise(side.text).matchAll(JAPANESE_RUN)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}
