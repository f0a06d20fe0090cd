import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionedDates } from '../../../../../app/text/numbers/mentioned-dates.ts';

const read = (text: string) =>
  mentionedDates(text).map(({ year, month, day, problem }) => [year, month, day, problem]);

describe('a date is read as the same day, however it is written', () => {
  const MONTHS =
    'January February March April May June July August September October November December'.split(' ');

  it('in numbers, words, with a Japanese year', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2019-05-01T00:00Z'),
          max: new Date('2049-12-31T00:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
          const name = MONTHS[m - 1] as string;
          const forms = [
            `${y}年${m}月${d}日`,
            `令和${y === 2019 ? '元' : y - 2018}年${m}月${d}日`,
            `R${y - 2018}.${m}.${d}`,
            `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
            `${y}/${m}/${d}`,
            `${name} ${d}, ${y}`,
            `${d} ${name.slice(0, 3)} ${y}`,
          ];
          for (const form of forms) expect(read(`On ${form}.`), form).toEqual([[y, m, d, null]]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('parts of dates', () => {
  it.each([
    ['三月の高潮', [[null, 3, null, null]]],
    ['市長は11日、', [[null, null, 11, null]]],
    ['2024年10月に', [[2024, 10, null, null]]],
    ['2000年以降', [[2000, null, null, null]]],
    ['since 1999', [[1999, null, null, null]]],
    ['二〇二五年', [[2025, null, null, null]]],
    ['3日間で', []],
    ['10年ぶり', []],
    ['1億2000万', []],
    ['It may rain', []],
    ['in May', [[null, 5, null, null]]],
    ['2,024 people', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('days that there were not', () => {
  it.each([
    ['2025年2月30日', 'no-such-day'],
    ['13月1日', 'no-such-day'],
    ['April 31, 2025', 'no-such-day'],
    ['平成32年', 'not-in-era'],
    ['平成31年5月1日', 'not-in-era'],
    ['昭和64年1月8日', 'not-in-era'],
    ['令和元年4月30日', 'not-in-era'],
  ])('%s', (text, problem) => {
    expect(mentionedDates(text)[0]?.problem).toBe(problem);
  });
  it.each(['平成31年4月30日', '昭和64年1月7日', '令和元年5月1日', '2月29日'])('%s was one', (text) => {
    expect(mentionedDates(text)[0]?.problem).toBeNull();
  });
});
