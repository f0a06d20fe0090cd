import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measured } from '../../../../app/interchange/units.ts';

const text = fc
  .array(fc.constantFrom('a', '漢', '😀', '🇯🇵', 'か\u3099', '\r\n', '𠮷'), { maxLength: 12 })
  .map((p) => p.join(''));

describe('a text measured in code points', () => {
  it('has the places that an array of its code points has', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const points = [...whole];
        const measure = measured(whole, 'code-point', 's');
        for (let start = 0; start < points.length; start += 1)
          for (let end = start + 1; end <= points.length; end += 1) {
            const span = measure.span(start, end);
            expect(span?.quote).toBe(points.slice(start, end).join(''));
            expect(span && measure.place(span)).toEqual([start, end]);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('has no other places', () => {
    const measure = measured('a😀b', 'code-point', 's');
    for (const [start, end] of [
      [0, 4],
      [-1, 1],
      [1, 1],
      [2, 1],
      [0.5, 1],
      [Number.NaN, 2],
    ] as const)
      expect(measure.span(start, end)).toBeNull();
  });

  it('refuses a span that cuts a pair, or whose words stand elsewhere', () => {
    const measure = measured('a😀b', 'code-point', 's');
    expect(() => measure.place({ start: 1, end: 2, quote: '\ud83d' })).toThrow('export-quote-mismatch');
    expect(() => measure.place({ start: 0, end: 1, quote: 'b' })).toThrow('export-quote-mismatch');
    expect(() => measure.place({ start: 0, end: 0, quote: '' })).toThrow('export-quote-mismatch');
  });
});

it('a text measured in UTF-16 units has no place inside of a pair', () => {
  const measure = measured('a😀b', 'utf-16-code-unit', 's');
  expect(measure.span(1, 3)?.quote).toBe('😀');
  expect(measure.span(1, 2)).toBeNull();
  expect(measure.place({ start: 3, end: 4, quote: 'b' })).toEqual([3, 4]);
});
