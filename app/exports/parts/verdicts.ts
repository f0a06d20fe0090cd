import type { Inline } from '../model/inline.ts';
import { literal, said } from '../model/pieces.ts';
import type { Voice } from '../model/voice.ts';
import type { Verdict } from '../summary.ts';

/** The sign of a verdict and its word. */
export function verdictWords(verdict: Verdict, { say }: Pick<Voice, 'say'>): Inline[] {
  return [{ kind: 'verdict-sign', verdict }, literal(' '), said(say(`outcome.${verdict}`))];
}
