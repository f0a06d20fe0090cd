import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Caret, move } from '../../../../renderer/reading/moves.ts';

const TEXT =
  '湊市は7日、橋の修理費を12億円と発表した。市長は「高くない」と述べた。🇯🇵👨‍👩‍👧 Officials disagreed. “It is too much,” said Ms. Ito.';
const slice = ({ anchor, focus }: Caret) => TEXT.slice(Math.min(anchor, focus), Math.max(anchor, focus));

describe('arrow keys', () => {
  it('select sentence after sentence in Japanese and English', () => {
    const first = move(TEXT, null, 'sentence', 1, false);
    expect(slice(first)).toBe('湊市は7日、橋の修理費を12億円と発表した。');
    const second = move(TEXT, first, 'sentence', 1, false);
    expect(slice(second)).toBe('市長は「高くない」と述べた。');
    expect(slice(move(TEXT, second, 'sentence', -1, false))).toBe(slice(first));
  });

  it('extend from the anchor and take back what they extended', () => {
    const word = move(TEXT, null, 'word', 1, false);
    const longer = move(TEXT, word, 'word', 1, true);
    expect(longer.anchor).toBe(word.anchor);
    expect(longer.focus).toBeGreaterThan(word.focus);
    expect(move(TEXT, longer, 'word', -1, true).focus).toBeLessThan(longer.focus);
  });

  it('never cut a grapheme, whatever they are pressed on', () => {
    const borders = new Set([
      TEXT.length,
      ...[...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(TEXT)].map(({ index }) => index),
    ]);
    const presses = fc.array(
      fc.tuple(
        fc.constantFrom<'word' | 'sentence'>('word', 'sentence'),
        fc.constantFrom<1 | -1>(1, -1),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(presses, (keys) => {
        let caret: Caret | null = null;
        for (const [unit, by, extend] of keys) caret = move(TEXT, caret, unit, by, extend);
        if (!caret) return;
        expect(borders.has(caret.anchor)).toBe(true);
        expect(borders.has(caret.focus)).toBe(true);
      }),
    );
  });

  it('stay within the text', () => {
    let caret: Caret | null = null;
    for (let press = 0; press < 60; press += 1) caret = move(TEXT, caret, 'word', 1, false);
    expect(caret?.focus).toBe(TEXT.length);
    for (let press = 0; press < 90; press += 1) caret = move(TEXT, caret, 'sentence', -1, true);
    expect(caret?.focus).toBe(0);
  });
});
