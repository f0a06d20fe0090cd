import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimestamp } from '../../../../../app/formats/reading/timestamps.ts';

describe('a timestamp that a program wrote', () => {
  it.each([
    ['Sat, 08 Feb 2025 10:30:05 +0900', '2025-02-08T10:30:05+09:00', 'second'],
    ['Sat, 8 Feb 2025 10:30:05 GMT', '2025-02-08T10:30:05Z', 'second'],
    ['8 Feb 25 10:30 EST', '2025-02-08T10:30-05:00', 'minute'],
    ['Wed, 28 May 2014 17:18:19 +0900 (JST)', '2014-05-28T17:18:19+09:00', 'second'],
    ['Saturday, 08-Feb-25 10:30:05 UTC', '2025-02-08T10:30:05Z', 'second'],
    ['Fri, 31 Dec 1999 23:59:60 +0000', '1999-12-31T23:59:59Z', 'second'],
    ['Sat, 8 Feb 2025', '2025-02-08', 'day'],
    ['Sat, 8 Feb 2025 10:30:05 XYZ', '2025-02-08T10:30:05', 'second'],
    ['Sat Feb  8 10:30:05 2025', '2025-02-08T10:30:05', 'second'],
    ['Sat Feb  8 10:30:05 JST 2025', '2025-02-08T10:30:05+09:00', 'second'],
    ['Sat Feb  8 10:30:05 2025 +0100', '2025-02-08T10:30:05+01:00', 'second'],
    ['2025-02-08T10:30:05Z', '2025-02-08T10:30:05Z', 'second'],
    ['2025-02-08T10:30:05.123456+09:00', '2025-02-08T10:30:05+09:00', 'second'],
    ['2025-02-08T10:30:05-0330', '2025-02-08T10:30:05-03:30', 'second'],
    ['2025-02-08 10:30:05', '2025-02-08T10:30:05', 'second'],
    ['2025-02-08T10:30+00:00', '2025-02-08T10:30Z', 'minute'],
    ['2025-02-08', '2025-02-08', 'day'],
    ['2025-02', '2025-02', 'month'],
    ['2025', '2025', 'year'],
    ['2025年2月8日 10時30分', '2025-02-08T10:30', 'minute'],
  ])('%s is %s', (text, iso, precision) => {
    expect(readTimestamp(text)).toEqual({ iso, precision });
  });

  it.each([
    '',
    '0000-00-00 00:00:00',
    'Wed, 30 Nov -0001 00:00:00 +0000',
    '2025-02-30',
    '2025-13-01',
    '2025-02-08T25:00:00Z',
    'Sat, 8 Foo 2025 10:30:05 GMT',
    'yesterday',
  ])('%o is none', (text) => {
    expect(readTimestamp(text)).toBeNull();
  });

  it('keeps the moment, whatever the form', () => {
    const moments = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2049-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (date) => {
        const iso = `${date.toISOString().slice(0, 19)}Z`;
        expect(readTimestamp(iso)?.iso).toBe(iso);
        expect(readTimestamp(date.toUTCString())?.iso).toBe(iso);
      }),
    );
  });

  it('is never thrown over, and is always a date that exists', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129-/:, TZ+AJanFebSat日月') }), (text) => {
        const moment = readTimestamp(text);
        if (moment?.precision === 'second') expect(Date.parse(moment.iso)).not.toBeNaN();
      }),
    );
  });
});
