/**
 * Numbers as cues: two texts say the same number where these are the same strings, whatever they write it with
 * (`2.6億`, `260 million`, `２億６０００万`, `三つ`, `three`). Units and ranges are left to the checks of translations.
 */

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  千: 1e3,
  万: 1e4,
  億: 1e8,
  兆: 1e12,
};
const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const KANJI = '〇一二三四五六七八九';

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** One number with its scale, or several in a row: 2億6000万. */
const JAPANESE = new RegExp(`(?:(?:${DIGITS})\\s?[千万億兆]+)+(?:${DIGITS})?`, 'gu');
const ENGLISH = new RegExp(
  `(${DIGITS}|\\b(?:${WORDS.join('|')})\\b)[\\s-](hundred|thousand|million|billion|trillion)s?\\b`,
  'giu',
);
/** English May is a verb as well: only beside a number is it a month. */
const MONTH_NAME = new RegExp(
  `\\b(${MONTHS.filter((name) => name !== 'may').join('|')})\\b|\\bmay(?=\\s\\d)|(?<=\\d\\s)may\\b`,
  'giu',
);
const MONTH_NUMBER = /(?<!\d)(1[0-2]|[1-9])月/gu;
const PLAIN = new RegExp(DIGITS, 'gu');
const KANJI_RUN = /[〇一二三四五六七八九十百千]+(?=[万億兆年月日人つ件回目番倍割名個か箇ヶカ])/gu;
const WORD = new RegExp(`\\b(?:${[...WORDS.slice(2), ...ORDINALS.slice(1)].join('|')})\\b`, 'giu');

export interface FoundNumber {
  /** The value, or `m` and a number for a month. */
  value: string;
  words: string;
}

/** @param text in NFKC, without links and time codes */
export function numbersIn(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  let rest = text;
  const take = (expression: RegExp, value: (groups: string[]) => string | null) => {
    rest = rest.replace(expression, (words: string, ...groups: unknown[]) => {
      const read = value([words, ...groups.map((group) => (typeof group === 'string' ? group : ''))]);
      if (read === null) return words;
      found.push({ value: read, words });
      return ' ';
    });
  };
  take(MONTH_NAME, ([words = '']) => `m${MONTHS.indexOf(words.toLowerCase()) + 1}`);
  take(MONTH_NUMBER, ([, month]) => `m${month}`);
  take(KANJI_RUN, ([words = '']) => String(kanjiValue(words)));
  take(JAPANESE, ([words = '']) => String(japaneseValue(words)));
  take(ENGLISH, ([, count = '', scale = '']) =>
    plainNumber(numberOf(count) * (SCALES[scale.toLowerCase()] ?? 1)),
  );
  take(PLAIN, ([words = '']) => plainNumber(numberOf(words)));
  take(WORD, ([words = '']) => String(wordValue(words)));
  return found;
}

function numberOf(words: string): number {
  const named = WORDS.indexOf(words.toLowerCase());
  return named >= 0 ? named : Number(words.replaceAll(',', ''));
}

function wordValue(words: string): number {
  const cardinal = WORDS.indexOf(words.toLowerCase());
  return cardinal >= 0 ? cardinal : ORDINALS.indexOf(words.toLowerCase());
}

/** 2億6000万: the sum of its parts. */
function japaneseValue(words: string): string {
  let sum = 0;
  for (const [, digits = '', scales = ''] of words.matchAll(
    new RegExp(`(${DIGITS})\\s?([千万億兆]*)`, 'gu'),
  )) {
    sum += [...scales].reduce((value, scale) => value * (SCALES[scale] ?? 1), numberOf(digits));
  }
  return plainNumber(sum);
}

/** 二十三 and 二〇二五 alike. */
function kanjiValue(words: string): number {
  if (!/[十百千]/u.test(words)) return Number([...words].map((sign) => KANJI.indexOf(sign)).join(''));
  let sum = 0;
  let digit = 0;
  for (const sign of words) {
    const place = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (place === undefined) digit = KANJI.indexOf(sign);
    else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  return sum + digit;
}

/** 260.00000000000003 million is 260 million. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}
