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

/** UTF-16 units looked at on either side: boundaries of a text of megabytes in one line would take seconds. */
const WINDOW = 4_000;

/** Runs a search for a boundary on the text around a position only. */
function near<T>(
  text: string,
  position: number,
  find: (part: string, at: number) => T,
  shift: (found: T, by: number) => T,
): T {
  const from = wholeCharacter(text, Math.max(0, position - WINDOW));
  const part = text.slice(from, wholeCharacter(text, Math.min(text.length, position + WINDOW)));
  return shift(find(part, position - from), from);
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

const place = (text: string, position: number, find: (part: string, at: number) => number) =>
  near(text, position, find, (found, by) => found + by);

function sentenceNear(text: string, position: number) {
  return near(text, position, sentenceAt, ({ start, end }, by) => ({ start: start + by, end: end + by }));
}

function step(text: string, position: number, unit: Unit, by: 1 | -1): number {
  if (unit === 'word') return place(text, position, by > 0 ? nextWord : prevWord);
  return place(text, position, by > 0 ? nextSentence : prevSentence);
}

function unitEndingAt(text: string, end: number, unit: Unit): Caret {
  if (unit === 'word') return { anchor: place(text, end, prevWord), focus: end };
  return { anchor: sentenceNear(text, Math.max(0, end - 1)).start, focus: end };
}

function unitStartingAt(text: string, start: number, unit: Unit): Caret {
  return {
    anchor: start,
    focus: unit === 'word' ? place(text, start, nextWord) : sentenceNear(text, start).end,
  };
}
