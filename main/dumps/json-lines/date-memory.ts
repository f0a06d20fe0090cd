import { dateFrom, shortened } from '../../../app/formats/mapping/record-facts.ts';
import { PRECISIONS } from '../../../app/precision.ts';
import { NO_DAY } from '../story-columns.ts';
import { type DateFacts, factsOfMoment, packed, timeIn } from './date-facts.ts';
import { FieldMemory } from './field-memory.ts';
import { isoDay, isoSeconds } from './iso-moment.ts';
import { DIGITS, STRING } from './record-walker.ts';

/** So many different days, and ways to write them, are remembered at a time. */
const REMEMBERED = 1 << 13;
/** A longer date is read each time. In bytes. */
const LONGEST = 64;
const SECOND = PRECISIONS.indexOf('second');
const SECONDS_A_DAY = 86_400;
/** Well within the years in which a number is taken for Unix time. In seconds. */
const EARLIEST = Date.UTC(1991) / 1000;
const LATEST = Date.UTC(2099) / 1000;

/**
 * Reads dates by the hundred thousand. Nearly each one is another, but days come back all the time: what is remembered
 * is the date with its time of day set to zero, which changes neither the day nor the precision.
 */
export class DateMemory {
  private readonly days = new FieldMemory<DateFacts>(REMEMBERED, (text) =>
    factsOfMoment(dateFrom(shortened(text))),
  );
  private readonly scratch = Buffer.alloc(LONGEST);
  /** Seconds since midnight that `atMidnight` took away. */
  private seconds = 0;

  /** As `dateFrom` reads the value that `RecordWalker` found. */
  of(kind: number, bytes: Buffer, from: number, to: number): DateFacts {
    const length = to - from;
    if (kind === STRING || kind === DIGITS) {
      if (length === 10 || length === 13) {
        const seconds = unixSeconds(bytes, from, to);
        if (seconds > EARLIEST && seconds < LATEST)
          return packed(Math.floor(seconds / SECONDS_A_DAY), SECOND, seconds % SECONDS_A_DAY);
      }
      const day = isoDay(bytes, from, to);
      if (day !== NO_DAY) return packed(day, SECOND, isoSeconds(bytes, from));
      if (length <= LONGEST && this.atMidnight(bytes, from, length)) {
        const date = this.days.of(kind, this.scratch, 0, length);
        return timeIn(date) === 0 ? date + this.seconds : date;
      }
    }
    return this.days.of(kind, bytes, from, to);
  }

  /** Copies the date with its time of day set to zero; false where it has none that could be any other as well. */
  private atMidnight(bytes: Buffer, from: number, length: number): boolean {
    const { scratch } = this;
    let time = -1;
    for (let index = 0; index < length; index++) {
      const byte = bytes[from + index] as number;
      // Times of day that are written with words, as afternoons are, may be wrong at one hour and right at another.
      if (byte >= 0x80 || ((byte | 0x20) === 0x6d && isBeforeM(bytes[from + index - 1] as number)))
        return false;
      scratch[index] = byte;
      if (byte === 0x3a && time === -1) time = index - 2;
    }
    if (time < 0 || (time > 0 && isDigitOrColon(scratch[time - 1] as number))) return false;
    const [hour, minute] = [twoDigits(scratch, time, length), twoDigits(scratch, time + 3, length)];
    if (hour > 23 || minute > 59) return false;
    let second = 0;
    let end = time + 5;
    if (end < length && scratch[end] === 0x3a) {
      second = twoDigits(scratch, end + 1, length);
      if (second > 59) return false;
      end += 3;
      if (end < length && scratch[end] === 0x2e) {
        do end++;
        while (end < length && isDigit(scratch[end] as number));
      }
    }
    if (end < length && isDigitOrColon(scratch[end] as number)) return false;
    for (let index = time; index < end; index++) if (isDigit(scratch[index] as number)) scratch[index] = 0x30;
    this.seconds = hour * 3600 + minute * 60 + second;
    return true;
  }
}

/** Seconds of a Unix time in seconds or milliseconds; NaN where it is none. */
function unixSeconds(bytes: Buffer, from: number, to: number): number {
  let seconds = 0;
  for (let index = from; index < to; index++) {
    const byte = bytes[index] as number;
    if (!isDigit(byte)) return Number.NaN;
    if (index < from + 10) seconds = seconds * 10 + byte - 0x30;
  }
  return seconds;
}

/** Larger than any number of two digits where there are none. */
function twoDigits(bytes: Buffer, at: number, length: number): number {
  const first = bytes[at] as number;
  const second = bytes[at + 1] as number;
  return at + 2 <= length && isDigit(first) && isDigit(second) ? first * 10 + second - 0x30 * 11 : 100;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isDigitOrColon(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x3a;
}

/** `a`, `p` or a full stop, as in `a.m.` */
function isBeforeM(byte: number): boolean {
  return byte === 0x2e || (byte | 0x20) === 0x61 || (byte | 0x20) === 0x70;
}
