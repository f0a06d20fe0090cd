import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFrom } from '../../../../../app/formats/mapping/record-facts.ts';
import { dayOfIso } from '../../../../../app/text/dates.ts';
import {
  dayIn,
  factsOfMoment,
  NO_DATE,
  precisionIn,
  timeIn,
} from '../../../../../main/dumps/json-lines/date-facts.ts';
import { DateMemory } from '../../../../../main/dumps/json-lines/date-memory.ts';
import { isoDay } from '../../../../../main/dumps/json-lines/iso-moment.ts';
import { STRING } from '../../../../../main/dumps/json-lines/record-walker.ts';
import { NO_DAY, NO_TIME } from '../../../../../main/dumps/story-columns.ts';

const dayOf = (text: string) => isoDay(Buffer.from(text), 0, Buffer.byteLength(text));

describe('the day of a moment in bytes', () => {
  it('is that of the calendar', () => {
    const moments = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(dayOf(moment.toISOString())).toBe(dayOfIso(moment.toISOString()));
      }),
    );
    expect(dayOf('2024-02-29T00:00:00Z')).toBe(dayOfIso('2024-02-29'));
    expect(dayOf('1900-03-01T00:00:00+09:00')).toBe(dayOfIso('1900-03-01'));
    expect(dayOf('2000-12-31T23:59:59.999999-0330')).toBe(dayOfIso('2000-12-31'));
  });

  it.each([
    '2025-02-29T00:00:00Z',
    '2025-13-01T00:00:00Z',
    '2025-00-01T00:00:00Z',
    '2025-01-00T00:00:00Z',
    '2025-01-01T24:00:00Z',
    '2025-01-01T00:60:00Z',
    '2025-01-01 00:00:00Z',
    '2025-01-01T00:00:00',
    '2025-01-01T00:00:00.Z',
    '2025-01-01T00:00:00ZZ',
    '2025-01-01T00:00:00+9:00',
    '0999-01-01T00:00:00Z',
    'x025-01-01T00:00:00Z',
    '',
  ])('is left open in %j', (text) => {
    expect(dayOf(text)).toBe(NO_DAY);
  });
});

describe('dates that are remembered', () => {
  it('are those that are read, whatever was read before', () => {
    const dates = new DateMemory();
    const time = fc
      .tuple(
        fc.nat(29),
        fc.nat(69),
        fc.nat(69),
        fc.constantFrom('', ' AM', ' pm', ' p.m.', 'Z', ' +0900', '.25', ':07', ' JST'),
      )
      .map(
        ([hour, minute, second, end]) =>
          [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':') + end,
      );
    const short = time.map((at) => at.slice(0, 5));
    const day = fc.constantFrom(
      '2025-02-08',
      'Feb 8, 2025',
      '8 Mar 2025',
      '2025年2月8日',
      'Sat, 08 Feb 2025',
      '02/28/2025',
      '08.02.2025',
      '20250208',
    );
    const text = fc.tuple(day, fc.oneof(time, short), fc.constantFrom(' ', 'T', ' · '), fc.boolean());
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (all) => {
        for (const [date, at, between, first] of all) {
          const value = first ? at + between + date : date + between + at;
          const bytes = Buffer.from(`"${value}"`);
          expect(dates.of(STRING, bytes, 1, bytes.length - 1)).toBe(factsOfMoment(dateFrom(value)));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keep day, precision and time of day in one number', () => {
    for (const day of ['1970-01-01', '1969-12-31', '2025-02-08', '1000-01-01']) {
      const date = factsOfMoment({ iso: day, precision: 'day' });
      expect([dayIn(date), precisionIn(date), timeIn(date)]).toEqual([dayOfIso(day), 3, NO_TIME]);
      const moment = factsOfMoment({ iso: `${day}T23:59:60Z`, precision: 'second' });
      expect([dayIn(moment), precisionIn(moment), timeIn(moment)]).toEqual([dayOfIso(day), 5, 86_400]);
    }
    expect([dayIn(NO_DATE), precisionIn(NO_DATE), timeIn(NO_DATE)]).toEqual([NO_DAY, 0, NO_TIME]);
  });
});
