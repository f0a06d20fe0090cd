import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralised, restored } from '../../../../app/interchange/csv/cells.ts';

const cell = fc
  .array(
    fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '|',
      '＝',
      '＠',
      ' ',
      '\t',
      '\r',
      '\n',
      '\ufeff',
      'a',
      '1',
      '円',
    ),
    { maxLength: 6 },
  )
  .map((signs) => signs.join(''));

describe('a cell of a spreadsheet', () => {
  it('is never a formula once it is neutralised', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(neutralised(text)).not.toMatch(/^[\s\ufeff]*[=+\-@|＝＋－＠]/u);
      }),
    );
  });

  it('is what it was when it is restored', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(restored(neutralised(text))).toBe(text);
      }),
    );
  });

  it.each(['=HYPERLINK("https://example.test","x")', '+1', '-1+cmd|x!A1', '@SUM(A1)', '\t=1', '＝1+1'])(
    'has an apostrophe before %j',
    (text) => expect(neutralised(text)).toBe(`'${text}`),
  );

  it('is left alone where it is no formula', () => {
    for (const text of ['', '灯台', 'a=b', '2025-02-08', "it's"]) expect(neutralised(text)).toBe(text);
  });
});
