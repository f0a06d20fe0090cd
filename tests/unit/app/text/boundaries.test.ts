import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextSentence,
  nextWord,
  prevSentence,
  prevWord,
  sentenceAt,
} from '../../../../app/text/boundaries.ts';

const JAPANESE = '市長は防波堤を直すと述べた。「予算は足りる」とも語った。\n議会は反対した！';
const slice = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('words', () => {
  it('goes through Japanese word by word', () => {
    const text = '防波堤を直す。';
    expect(text.slice(0, nextWord(text, 0))).toBe('防波堤');
    expect(text.slice(3, nextWord(text, 3))).toBe('を');
    expect(text.slice(prevWord(text, text.length))).toBe('直す。');
  });

  it('skips blanks and punctuation', () => {
    const text = 'one, two — three';
    expect(nextWord(text, 3)).toBe(8);
    expect(prevWord(text, 11)).toBe(5);
    expect(nextWord(text, 16)).toBe(16);
    expect(prevWord(text, 0)).toBe(0);
  });
});

describe('sentences', () => {
  it('finds the sentence around a position', () => {
    expect(slice(JAPANESE, sentenceAt(JAPANESE, 3))).toBe('市長は防波堤を直すと述べた。');
    expect(slice(JAPANESE, sentenceAt(JAPANESE, 16))).toBe('「予算は足りる」とも語った。');
    expect(slice(JAPANESE, sentenceAt(JAPANESE, JAPANESE.length))).toBe('議会は反対した！');
  });

  it('does not end at an abbreviation', () => {
    const text = 'Mr. Hayase met Dr. Tachibana. They left the U.S. Embassy early.';
    expect(slice(text, sentenceAt(text, 0))).toBe('Mr. Hayase met Dr. Tachibana.');
    expect(slice(text, sentenceAt(text, 17))).toBe('Mr. Hayase met Dr. Tachibana.');
    expect(slice(text, sentenceAt(text, text.length - 2))).toBe('They left the U.S. Embassy early.');
  });

  it('steps to the end of this sentence, then of the next, and back', () => {
    const first = JAPANESE.indexOf('。') + 1;
    expect(nextSentence(JAPANESE, 0)).toBe(first);
    expect(nextSentence(JAPANESE, first)).toBe(JAPANESE.indexOf('\n'));
    expect(nextSentence(JAPANESE, JAPANESE.length)).toBe(JAPANESE.length);
    expect(prevSentence(JAPANESE, JAPANESE.length)).toBe(JAPANESE.indexOf('\n') + 1);
    expect(prevSentence(JAPANESE, first)).toBe(0);
  });
});

const text = fc.string({
  unit: fc.constantFrom('a', ' ', '。', '防', 'か', '\n', '👍', '🇯🇵', '👨‍👩‍👧', '\u3099', '.', 'B'),
});

it('every boundary lies within the text, moves on, and cuts no character', () => {
  const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
  fc.assert(
    fc.property(text, fc.nat(40), (words, a) => {
      const at = Math.min(a, words.length);
      const edges = new Set(
        [...graphemes.segment(words)].map((grapheme) => grapheme.index).concat(words.length),
      );
      for (const next of [nextWord(words, at), nextSentence(words, at)]) {
        expect(next > at || next === words.length).toBe(true);
      }
      // A sentence sheds the blanks around it, also one that a stray combining mark sits on; anchors mend that.
      for (const word of [nextWord(words, at), prevWord(words, at)]) expect(edges.has(word)).toBe(true);
      for (const prev of [prevWord(words, at), prevSentence(words, at)]) {
        expect(prev < at || prev === 0).toBe(true);
      }
    }),
  );
});
