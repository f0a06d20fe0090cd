import { describe, expect, it } from 'vitest';
import { formatDate, formatDayAndTime } from '../../../../renderer/i18n/dates.ts';

describe('the date of a story', () => {
  it('is as exact as it is known, in the language of the interface', () => {
    expect(formatDate('en', '2025-02-08', 'day')).toBe('Feb 8, 2025');
    expect(formatDate('ja', '2025-02-08', 'day')).toBe('2025年2月8日');
    expect(formatDate('ja', '2025-02', 'month')).toBe('2025年2月');
    expect(formatDate('en', '2025', 'year')).toBe('2025');
    expect(formatDate('ja', '2025-02-08T10:30', 'minute')).toBe('2025年2月8日 10:30');
    expect(formatDate('en', null, 'none')).toBe('');
  });

  it('is shown as it was given, with the zone where there is one', () => {
    expect(formatDate('ja', '2025-02-08T23:30:05Z', 'second')).toBe('2025年2月8日 23:30:05 UTC');
    expect(formatDate('ja', '2025-02-08T23:30:05+09:00', 'second')).toBe('2025年2月8日 23:30:05 +09:00');
    expect(formatDate('ja', '2025-02-08T23:30-0500', 'minute')).toBe('2025年2月8日 23:30 -0500');
    expect(formatDate('ja', '2025-02-08T23:30:05', 'second')).toBe('2025年2月8日 23:30:05');
  });

  it('has a day and, where it is known, a time of day', () => {
    expect(formatDayAndTime('ja', '2025-02-08T23:30:05Z', 'second')).toEqual(['2025年2月8日', '23:30']);
    expect(formatDayAndTime('ja', '2025-02-08', 'day')).toEqual(['2025年2月8日', '']);
    expect(formatDayAndTime('en', '2025', 'year')).toEqual(['2025', '']);
    expect(formatDayAndTime('en', null, 'none')).toEqual(['', '']);
  });

  it('that no calendar has is shown as it stands', () => {
    expect(formatDate('en', '2025-13-77', 'day')).toBe('2025-13-77');
    expect(formatDayAndTime('en', '2025-13-77', 'day')).toEqual(['2025-13-77', '']);
  });
});
