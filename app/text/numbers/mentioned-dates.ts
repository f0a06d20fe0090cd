import { eraNamed, isInEra } from '../eras.ts';
import { numberOf } from './decimal.ts';
import { japaneseNumeral } from './japanese-numeral.ts';
import { withoutNoise } from './noise.ts';
import { narrowed } from './width.ts';

/** A date as a text mentions it, as far as it says; UTF-16 units of that text. */
export interface MentionedDate {
  start: number;
  end: number;
  year: number | null;
  month: number | null;
  day: number | null;
  /** The Japanese year that was written: 7 in 令和7年. */
  era: { name: string; year: number } | null;
  /** No such day, or the era had no such year. */
  problem: 'no-such-day' | 'not-in-era' | null;
}

const KANJI = '[〇一二三四五六七八九十]';
const NUMBER = `(?:\\d{1,2}|${KANJI}{1,3})`;
const ERA = `(令和|平成|昭和|大正|明治)\\s?(元|${NUMBER})年`;
const YEAR = `(\\d{4}|[〇一二三四五六七八九]{4})年(?!間|ぶり|前|後)`;
const MONTH = `(${NUMBER})月(?!々)`;
const DAY = `(${NUMBER})日(?!間|目|本|後|前|以内|以上|分|連続|曜)`;
const JAPANESE = new RegExp(
  `(?<![\\d.,〇一二三四五六七八九十第])(?:(?:${ERA}|${YEAR})(?:\\s?${MONTH}(?:\\s?${DAY})?)?|${MONTH}(?:\\s?${DAY})?|${DAY})`,
  'gu',
);
const LETTERED = /(?<![\p{L}\d.])([RHSTM])\s?(\d{1,2})[./](\d{1,2})[./](\d{1,2})(?!\d)/gu;
const NUMERIC = /(?<![\d.,/-])(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?![\d.,/-]*\d)/gu;

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';
const ENGLISH: readonly (readonly [RegExp, readonly ('day' | 'month' | 'year')[]])[] = [
  [
    new RegExp(`\\b${NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,]\\d)(?:\\s*,?\\s*(\\d{4})\\b)?`, 'gu'),
    ['month', 'day', 'year'],
  ],
  [
    new RegExp(
      `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${NAME}(?:\\s*,?\\s*(\\d{4})\\b)?`,
      'gu',
    ),
    ['day', 'month', 'year'],
  ],
  [new RegExp(`\\b${NAME},?\\s+(\\d{4})\\b`, 'gu'), ['month', 'year']],
  [
    new RegExp(`(?<=\\b(?:in|since|until|of|last|this|next|by|from|late|early|mid)[ -])${NAME}`, 'giu'),
    ['month'],
  ],
  [
    /(?<![\d.,$€£¥/-])(1[89]\d{2}|20\d{2})(?![\d,/%-]*\d|\.\d|s\b|\s?(?:percent|%|people|thousand|million|billion|trillion|dollars|years|km|tons)|[\p{Script=Han}\p{Script=Katakana}])/gu,
    ['year'],
  ],
];

/** The dates that a text mentions, in its order: Japanese with Western and era years, English and numeric ones, also parts of them. */
export function mentionedDates(original: string): MentionedDate[] {
  const text = narrowed(withoutNoise(original));
  const found: MentionedDate[] = [];
  const add = (date: Omit<MentionedDate, 'problem'>) => {
    if (!found.some((other) => date.start < other.end && other.start < date.end))
      found.push({ ...date, problem: problemOf(date) });
  };
  for (const match of text.matchAll(JAPANESE)) {
    const [whole, eraName, eraYear, year, month1, day1, month2, day2, day3] = match;
    // まもなく40日 is how long, not which day.
    if (day3 !== undefined && number(day3) > 31) continue;
    const era = eraName ? { name: eraName, year: eraYear === '元' ? 1 : number(eraYear as string) } : null;
    add({
      ...placed(match.index, whole),
      year: era ? yearOf(era) : year ? number(year) : null,
      month: month1 ? number(month1) : month2 ? number(month2) : null,
      day: numberOrNull(day1 ?? day2 ?? day3),
      era,
    });
  }
  for (const match of text.matchAll(LETTERED)) {
    const [whole, letter = '', eraYear, month, day] = match;
    const era = { name: eraNamed(letter)?.name ?? letter, year: Number(eraYear) };
    add({ ...placed(match.index, whole), year: yearOf(era), month: Number(month), day: Number(day), era });
  }
  for (const match of text.matchAll(NUMERIC)) {
    const [whole, year, , month, day] = match;
    add({
      ...placed(match.index, whole),
      year: Number(year),
      month: Number(month),
      day: Number(day),
      era: null,
    });
  }
  for (const [pattern, parts] of ENGLISH) {
    for (const match of text.matchAll(pattern)) {
      const value = (part: 'day' | 'month' | 'year') => {
        const written = parts.includes(part) ? match[parts.indexOf(part) + 1] : undefined;
        if (written === undefined) return null;
        return part === 'month' ? NAMES.indexOf(written.slice(0, 3).toLowerCase()) + 1 : Number(written);
      };
      add({
        ...placed(match.index, match[0]),
        year: value('year'),
        month: value('month'),
        day: value('day'),
        era: null,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function placed(start: number, whole: string) {
  return { start, end: start + whole.length };
}

function number(written: string): number {
  const read = japaneseNumeral(written);
  return read ? numberOf(read.value) : Number.NaN;
}

function numberOrNull(written: string | undefined): number | null {
  return written === undefined ? null : number(written);
}

function yearOf(era: { name: string; year: number }): number {
  return (eraNamed(era.name)?.firstYear ?? 0) + era.year - 1;
}

function problemOf({ year, month, day, era }: Omit<MentionedDate, 'problem'>): MentionedDate['problem'] {
  if (month !== null && (month < 1 || month > 12)) return 'no-such-day';
  if (day !== null && (day < 1 || day > 31)) return 'no-such-day';
  // A leap year where none is said: 29 February may be meant.
  if (month !== null && day !== null && day > new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate())
    return 'no-such-day';
  const named = era && eraNamed(era.name);
  if (named && year !== null && (era.year < 1 || !isInEra(named, year, month, day))) return 'not-in-era';
  return null;
}
