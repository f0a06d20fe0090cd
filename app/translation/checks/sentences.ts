import { withoutNoise } from '../../text/numbers/noise.ts';
import type { Finding } from './finding.ts';
import { type PairSides, type Side, whole } from './side.ts';

/** Letters without which a sentence says nothing: links, signs and time codes are none. */
const LETTERS = 4;

/**
 * Sentences that have no counterpart.
 * @param cut the original ends before this place, as cut posts do: what follows is not added
 */
export function checkSentences({ original, translation }: PairSides, cut: boolean): Finding[] {
  const common = { check: 'sentences', params: {}, suggestion: '' } as const;
  if (original && !translation && saysSomething(original))
    return [
      { ...common, what: 'sentence-missing', original: whole(original), translation: null, note: 'omission' },
    ];
  if (translation && !original && !cut && saysSomething(translation))
    return [
      {
        ...common,
        what: 'sentence-added',
        original: null,
        translation: whole(translation),
        note: 'addition',
      },
    ];
  return [];
}

function saysSomething(side: Side): boolean {
  return (withoutNoise(side.text).match(/\p{L}/gu)?.length ?? 0) >= LETTERS;
}
