import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../../../../app/graphemes.ts';
import { sentencesOf } from '../../../../../app/interchange/cas/sentences.ts';

const PIECES = [
  ...[
    '灯台が閉まる。',
    'Dr. Reed came. He left.',
    '😀',
    '👨‍👩‍👧',
    '🇯🇵🇺🇸',
    '👍🏽',
    'か\u3099',
    'e\u0301',
    'ﾊﾝｶｸｶﾞﾅ',
    '「',
  ],
  ...[
    '\r\n',
    '\n',
    '\n\n',
    '\r',
    '\t',
    '\t\u0301',
    ' ',
    ' \u0301',
    '　',
    '\u2028',
    '\u0085',
    '\ufeff',
    'word',
    '3.14',
    '_',
  ],
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(''));

describe('the tokens of a text', () => {
  it('are in order, hold everything but blanks, and neither line ends nor tabs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of sentencesOf(text).flatMap(({ tokens }) => tokens)) {
          expect(text.slice(at, start)).toMatch(/^[\s\u0085]*$/u);
          expect(text.slice(start, end)).toMatch(/^[^\n\r\t]+$/u);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u0085]*$/u);
      }),
      { numRuns: 400 },
    );
  });

  it('cut no grapheme cluster', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clusters = graphemesOf(text);
        for (const { start, end } of sentencesOf(text).flatMap(({ tokens }) => tokens)) {
          expect(clusters.isBoundary(start)).toBe(true);
          expect(clusters.isBoundary(end)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are words in scripts without spaces, too', () => {
    const words = (text: string) =>
      sentencesOf(text).flatMap(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)));
    expect(words('灯台が閉まる')).toEqual(['灯台', 'が', '閉まる']);
    expect(words('The pier is closed.')).toEqual(['The', 'pier', 'is', 'closed', '.']);
  });
});

describe('the sentences of a text', () => {
  it('begin with a token, end with one, and cross no line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, tokens } of sentencesOf(text)) {
          expect([tokens[0]?.start, tokens.at(-1)?.end]).toEqual([start, end]);
          expect(text.slice(start, end)).not.toContain('\n');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are sentences, not lines', () => {
    const text = 'Dr. Reed came. He left.\n港は閉まった。また開く。';
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['Dr. Reed came.', 'He left.', '港は閉まった。', 'また開く。'],
    ]);
  });
});
