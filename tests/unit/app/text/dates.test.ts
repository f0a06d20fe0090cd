import { describe, expect, it } from 'vitest';
import { dayOfIso, readMoment, secondsOfIso } from '../../../../app/text/dates.ts';

describe('readMoment', () => {
  it.each([
    ['February 8, 2025', '2025-02-08', 'day'],
    ['Feb 8, 2025', '2025-02-08', 'day'],
    ['Feb. 8th, 2025', '2025-02-08', 'day'],
    ['8 February 2025', '2025-02-08', 'day'],
    ['Sept 3, 2024', '2024-09-03', 'day'],
    ['2025年2月8日', '2025-02-08', 'day'],
    ['2014, 12月 28', '2014-12-28', 'day'],
    ['2025年2月8日(土)', '2025-02-08', 'day'],
    ['2025年2月8日(土) 午後3:15', '2025-02-08T15:15', 'minute'],
    ['午前0:05 · 2025年2月8日', '2025-02-08T00:05', 'minute'],
    ['2025年2月8日 15時30分20秒', '2025-02-08T15:30:20', 'second'],
    ['２０２５年２月８日　１５時', '2025-02-08T15:00', 'minute'],
    ['令和7年2月8日', '2025-02-08', 'day'],
    ['令和元年5月1日', '2019-05-01', 'day'],
    ['平成31年4月30日', '2019-04-30', 'day'],
    ['2025/2/8', '2025-02-08', 'day'],
    ['2025.02.08', '2025-02-08', 'day'],
    ['2025-02-08', '2025-02-08', 'day'],
    ['2025-02-08T10:30:00Z', '2025-02-08T10:30:00', 'second'],
    ['2025-02-08 10:30 +09:00', '2025-02-08T10:30', 'minute'],
    ['10:30 AM · Feb 8, 2025', '2025-02-08T10:30', 'minute'],
    ['12:00 AM · Feb 8, 2025', '2025-02-08T00:00', 'minute'],
    ['12:30 p.m. Feb 8, 2025', '2025-02-08T12:30', 'minute'],
    ['Sat, 8 Feb 2025 23:59:59', '2025-02-08T23:59:59', 'second'],
    ['February 2025', '2025-02', 'month'],
    ['2025年2月', '2025-02', 'month'],
    ['2025年', '2025', 'year'],
    ['Feb 29, 2024', '2024-02-29', 'day'],
  ])('reads %s', (text, iso, precision) => {
    expect(readMoment(text)).toEqual({ iso, precision });
  });

  it.each([
    '',
    'yesterday',
    'Feb 31, 2025',
    'Feb 29, 2025',
    '2025年13月1日',
    '25:00 Feb 8, 2025',
    '13:00 PM Feb 8, 2025',
    'about 2025-02-08',
    'we met on February 8, 2025 in Minato',
    '12345',
  ])('takes %j for no date', (text) => {
    expect(readMoment(text)).toBeNull();
  });
});

it('counts days from 1970-01-01, also for months and years', () => {
  expect(dayOfIso('1970-01-01')).toBe(0);
  expect(dayOfIso('2025-02-08T23:59')).toBe(20127);
  expect(dayOfIso('1970-02')).toBe(31);
  expect(dayOfIso('1971')).toBe(365);
});

it('the time of a date is that of the clock it was given by', () => {
  expect(secondsOfIso('2025-02-08T10:30')).toBe(37_800);
  expect(secondsOfIso('2025-02-08T23:59:59+09:00')).toBe(86_399);
  expect(secondsOfIso('2025-02-08T00:00:05Z')).toBe(5);
  expect(secondsOfIso('2025-02-08T23:59:60Z')).toBe(86_400);
  expect(secondsOfIso('2025-02-08')).toBeNull();
  expect(secondsOfIso('2025')).toBeNull();
});
