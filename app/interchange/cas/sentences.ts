import { graphemesOf } from '../../graphemes.ts';
import { pieceEnds, type Range } from '../../text/boundaries.ts';
import { isBlank } from '../blanks.ts';

/** Tokens of a text that stand in one sentence, on one line. The sentence begins with its first and ends with its last. */
export interface Sentence extends Range {
  tokens: Range[];
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });
/**
 * The sentences of a text and their tokens, in UTF-16 units. In scripts without spaces, too; no token holds a line end or
 * a tab, and none cuts a grapheme cluster. Everything but blanks is in a token.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const ends = pieceEnds(text);
  let end = 0;
  for (const token of tokensOf(text)) {
    const last = sentences.at(-1);
    while (last && end < last.end) end = ends.next().value ?? text.length;
    if (last && token.start < end && !text.slice(last.end, token.start).includes('\n')) {
      last.tokens.push(token);
      last.end = token.end;
    } else sentences.push({ ...token, tokens: [token] });
  }
  return sentences;
}

function* tokensOf(text: string): Generator<Range> {
  const clusters = graphemesOf(text);
  let start = 0;
  for (const { index, segment } of words.segment(text)) {
    const end = index + segment.length;
    // Words are found by other rules than clusters are, and with dictionaries.
    if (!clusters.isBoundary(end)) continue;
    for (const part of text.slice(start, end).matchAll(/[^\t]+/gu))
      if (!isBlank(part[0])) yield { start: start + part.index, end: start + part.index + part[0].length };
    start = end;
  }
}
