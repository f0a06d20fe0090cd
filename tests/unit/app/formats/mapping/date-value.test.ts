import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateValue } from '../../../../../app/formats/mapping/date-value.ts';

describe('a date in a column', () => {
  it.each([
    ['2025-02-08T10:30:05Z', '2025-02-08T10:30:05Z', 'second'],
    ['2025-02-08T10:30:05.123456+09:00', '2025-02-08T10:30:05+09:00', 'second'],
    ['2025-02-08T10:30:05+0900', '2025-02-08T10:30:05+09:00', 'second'],
    ['2025-02-08 10:30:05 UTC', '2025-02-08T10:30:05Z', 'second'],
    ['2025-02-08 10:30:05+00:00', '2025-02-08T10:30:05Z', 'second'],
    ['2025-02-08 10:30 JST', '2025-02-08T10:30+09:00', 'minute'],
    ['2025-02-08 10:30:05', '2025-02-08T10:30:05', 'second'],
    ['2025-02-08', '2025-02-08', 'day'],
    ['2025/2/8 9:05', '2025-02-08T09:05', 'minute'],
    ['2025年2月8日(土) 午後3:15', '2025-02-08T15:15', 'minute'],
    ['令和7年2月8日', '2025-02-08', 'day'],
    ['Sat Feb 08 10:30:05 +0000 2025', '2025-02-08T10:30:05Z', 'second'],
    ['Sat, 08 Feb 2025 10:30:05 +0900', '2025-02-08T10:30:05+09:00', 'second'],
    ['Sat, 08 Feb 2025 10:30:05 GMT', '2025-02-08T10:30:05Z', 'second'],
    ['1739010605', '2025-02-08T10:30:05Z', 'second'],
    ['1739010605.5', '2025-02-08T10:30:05Z', 'second'],
    ['1739010605123', '2025-02-08T10:30:05Z', 'second'],
    ['1739010605123456', '2025-02-08T10:30:05Z', 'second'],
    ['20250208', '2025-02-08', 'day'],
    ['20250208103005', '2025-02-08T10:30:05', 'second'],
    ['20250208T1030Z', '2025-02-08T10:30Z', 'minute'],
    ['28/02/2025', '2025-02-28', 'day'],
    ['02/28/2025 10:30', '2025-02-28T10:30', 'minute'],
    ['08.02.2025', '2025-02-08', 'day'],
    ['02/02/2025', '2025-02-02', 'day'],
    ['2025', '2025', 'year'],
  ])('%s', (value, iso, precision) => {
    expect(readDateValue(value)).toEqual({ iso, precision });
  });

  it('is only a year where nobody can tell the day from the month', () => {
    expect(readDateValue('02/08/2025 10:30')).toEqual({ iso: '2025', precision: 'year' });
  });

  it.each(['', 'yesterday', '42', '123456789012345678', '192.168.2.2025', '12:30', '99/99/2025'])(
    'is none in %j',
    (value) => {
      expect(readDateValue(value)).toBeNull();
    },
  );

  it('is the same moment that it was written from', () => {
    const moments = fc.date({
      min: new Date('1991-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (date) => {
        const iso = `${date.toISOString().slice(0, 19)}Z`;
        const seconds = Math.floor(date.getTime() / 1000);
        for (const written of [
          date.toISOString(),
          date.toUTCString(),
          String(seconds),
          String(date.getTime()),
        ])
          expect(readDateValue(written)).toEqual({ iso, precision: 'second' });
      }),
    );
  });
});
