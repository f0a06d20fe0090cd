import type { Language } from '../../story.ts';
import type { Range } from '../../text/boundaries.ts';

/** One side of a pair: its sentences, as one run of text. */
export interface Side extends Range {
  /** From `start` to `end` of the story, with blanks where what lies between the sentences is none of them. */
  text: string;
  lang: Language;
}

/** Sentences that translate each other. A side without any is null. */
export interface PairSides {
  original: Side | null;
  translation: Side | null;
}

export function sideOf(storyText: string, ranges: readonly Range[], lang: Language): Side | null {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return null;
  let text = '';
  let at = first.start;
  for (const { start, end } of ranges) {
    text += ' '.repeat(Math.max(0, start - at)) + storyText.slice(start, end);
    at = end;
  }
  return { start: first.start, end: last.end, text, lang };
}

/** A range of a side's text as one of the story's. */
export function inStory(side: Side, { start, end }: Range): Range {
  return { start: side.start + start, end: side.start + end };
}

export function whole(side: Side | null): Range | null {
  return side && { start: side.start, end: side.end };
}

export function wordsAt(side: Side, { start, end }: Range): string {
  return side.text.slice(start, end);
}

/** The text was cut there, as posts are when they are embedded: what follows is not missing. */
export function isCut(side: Side): boolean {
  return /…\s*(?:\S+\/\S+\s*)*$/u.test(side.text);
}

export function isJapanese(side: Side): boolean {
  return /[\u3041-\u30ff]/u.test(side.text) || (side.lang === 'ja' && /\p{Script=Han}/u.test(side.text));
}
