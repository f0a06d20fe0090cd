import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnchoredText, anchorAt } from '../../../../app/anchor.ts';
import { counterpartOf } from '../../../../app/likeness/counterpart.ts';

const story = (text: string): AnchoredText => ({ text, segments: [{ start: 0, end: text.length }] });
const inOther = (one: string, quote: string, other: string) => {
  const start = one.indexOf(quote);
  return counterpartOf(anchorAt(story(one), start, start + quote.length), story(one), story(other))?.quote;
};

describe('the passage of a near-duplicate that says what another says', () => {
  const one = '湊市は13日朝、土砂崩れによる死者は3人と発表した。行方不明者の捜索が続いている。';

  it('is the same words where they stand there', () => {
    expect(inOther(one, '死者は3人', `続報です。${one}`)).toBe('死者は3人');
  });

  it('is what stands between the same words where figures or names are others', () => {
    expect(inOther(one, '死者は3人と発表', one.replace('3人', '5人'))).toBe('死者は5人と発表');
    expect(inOther(one, '死者は3人', one.replace('3人', '15人余り'))).toBe('死者は15人');
    expect(inOther(one, '13日朝、土砂崩れによる死者', one.replace('13日朝', '14日'))).toBe(
      '14日、土砂崩れによる死者',
    );
  });

  it('is none where the words are gone', () => {
    expect(
      inOther(one, '行方不明者の捜索が続いている', '湊市は13日朝、土砂崩れによる死者は3人と発表した。'),
    ).toBeUndefined();
  });

  it('is the passage itself in the same text, and within the text in any', () => {
    const text = fc
      .array(fc.constantFrom(...'湊市 は 死者 3人 5人 と 発表した 。 👩‍👩‍👧 council'.split(' ')), {
        minLength: 3,
        maxLength: 20,
      })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(20), fc.nat(20), (a, b, from, length) => {
        const start = Math.min(from, a.length - 1);
        const anchor = anchorAt(story(a), start, Math.min(a.length, start + length + 1));
        expect(counterpartOf(anchor, story(a), story(a))?.quote).toBe(anchor.quote);
        const found = counterpartOf(anchor, story(a), story(b));
        if (found) expect(b.slice(found.start, found.end)).toBe(found.quote);
      }),
      { numRuns: 60 },
    );
  });
});
