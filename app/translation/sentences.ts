import { pieceEnds, type Range } from '../text/boundaries.ts';

/** A quotation goes on behind its closing bracket: 「行かない。」と述べた is one sentence. */
const CLOSED = /[」』”"’)）]\s*$/u;
const GOES_ON_BEHIND = /^(?:と|って|など|という|とは|との|とか|の|が|は|を|に|も|で|、|,)/u;
/** Signs alone, such as a bullet or an emoji of its own, belong to what follows or stands before. */
const HAS_WORDS = /[\p{L}\p{N}]/u;

/**
 * The sentences of a run of text, in order, without the white space around them: in UTF-16 units of the whole text.
 * A line break ends a sentence. Every letter and digit of the run is in exactly one of them.
 */
export function sentencesOf(text: string, { start, end }: Range): Range[] {
  const sentences: Range[] = [];
  for (const line of linesOf(text, start, end)) sentences.push(...sentencesOfLine(text, line));
  return sentences;
}

function* linesOf(text: string, start: number, end: number): Generator<Range> {
  for (let at = start; at < end; ) {
    const breakAt = text.indexOf('\n', at);
    const to = breakAt < 0 || breakAt > end ? end : breakAt;
    yield { start: at, end: to };
    at = to + 1;
  }
}

function sentencesOfLine(text: string, line: Range): Range[] {
  const found: Range[] = [];
  let from = line.start;
  for (const end of pieceEnds(text.slice(line.start, line.end))) {
    const to = line.start + end;
    if (to < line.end && continues(text, from, to, line.end)) continue;
    const range = trimmed(text, from, to);
    if (range) found.push(range);
    from = to;
  }
  return found;
}

function continues(text: string, from: number, to: number, lineEnd: number): boolean {
  const sentence = text.slice(from, to);
  if (!HAS_WORDS.test(sentence) || !HAS_WORDS.test(text.slice(to, lineEnd))) return true;
  return CLOSED.test(sentence) && GOES_ON_BEHIND.test(text.slice(to, Math.min(lineEnd, to + 3)));
}

function trimmed(text: string, start: number, end: number): Range | null {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return lead === part.length ? null : { start: start + lead, end: start + part.trimEnd().length };
}
