import { nextSentence, nextWord, prevSentence, prevWord, sentenceAt } from '../../app/text/boundaries.ts';

/** A selection with a direction, in UTF-16 units: `anchor` stays, `focus` moves. */
export interface Caret {
  anchor: number;
  focus: number;
}

export type Unit = 'word' | 'sentence';

/**
 * Where the arrow keys take the selection. Without `extend` a whole word or sentence is selected, so that there is
 * always something to annotate; with it, the far end moves by one.
 */
export function move(text: string, caret: Caret | null, unit: Unit, by: 1 | -1, extend: boolean): Caret {
  if (extend && caret) return { anchor: caret.anchor, focus: step(text, caret.focus, unit, by) };
  const start = caret ? Math.min(caret.anchor, caret.focus) : 0;
  const end = caret ? Math.max(caret.anchor, caret.focus) : 0;
  return by > 0
    ? unitEndingAt(text, step(text, end, unit, 1), unit)
    : unitStartingAt(text, step(text, start, unit, -1), unit);
}

function step(text: string, position: number, unit: Unit, by: 1 | -1): number {
  if (unit === 'word') return by > 0 ? nextWord(text, position) : prevWord(text, position);
  return by > 0 ? nextSentence(text, position) : prevSentence(text, position);
}

function unitEndingAt(text: string, end: number, unit: Unit): Caret {
  if (unit === 'word') return { anchor: prevWord(text, end), focus: end };
  return { anchor: sentenceAt(text, Math.max(0, end - 1)).start, focus: end };
}

function unitStartingAt(text: string, start: number, unit: Unit): Caret {
  return { anchor: start, focus: unit === 'word' ? nextWord(text, start) : sentenceAt(text, start).end };
}
