import { type Decimal, decimalOf, negated, shifted, sum, textOfDecimal } from './decimal.ts';
import { ENGLISH_NUMERAL, englishNumeral, MAGNITUDES } from './english-numeral.ts';
import { japaneseNumeral } from './japanese-numeral.ts';
import { mentionedDates } from './mentioned-dates.ts';
import { withoutNoise } from './noise.ts';
import { currencyBefore, FRACTION, ORDINAL, PERCENT, TIMES_UNIT, type Unit, unitAt } from './units.ts';
import { narrowed } from './width.ts';

/** What is said about how exact a number is. */
export type Bound = 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than';

/** A number in a text, with what it counts. `start` and `end` are UTF-16 units, the unit and sign included. */
export interface Quantity {
  start: number;
  end: number;
  value: Decimal;
  /** The upper end of a range such as 3〜5%; null where there is one value. */
  high: Decimal | null;
  /** The bottom of a fraction: 3 in 3分の2; null elsewhere. */
  parts: Decimal | null;
  /** null: nothing is said that is known. */
  unit: Unit | null;
  bound: Bound | null;
  /** The power of ten of the last place written out: 8 in 168億. */
  place: number;
  /** A small number in words, such as 一つ or `one`: as often a manner of speaking as a number. */
  soft: boolean;
}

const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
const KANJI = '[〇一二三四五六七八九十百千]';
const JAPANESE_NUMERAL = `(?:${DIGITS}|${KANJI})(?:${DIGITS}|[〇一二三四五六七八九十百千万億兆京])*`;
const NUMERALS = new RegExp(`(?<![a-z])${ENGLISH_NUMERAL}|(?<![数何幾\\d])${JAPANESE_NUMERAL}`, 'giu');
const FRACTION_WORDS =
  /(?<![a-z])(?:(one|two|three|four|five|an?)[\s-])?(half|halves|thirds?|quarters?|fifths?|tenths?)(?![a-z])|半[分数]/giu;
const PARTS: Readonly<Record<string, bigint>> = {
  half: 2n,
  halve: 2n,
  third: 3n,
  quarter: 4n,
  fifth: 5n,
  tenth: 10n,
};
const ORDINAL_WORDS =
  /(?<![a-z])(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?![a-z])/giu;
const TIMES_WORDS = /(?<![a-z])(doubl|tripl|quadrupl|twice|thrice)(?:ed|ing|es|e)?(?![a-z])/giu;
const TIMES: Readonly<Record<string, bigint>> = { doubl: 2n, twice: 2n, tripl: 3n, thrice: 3n, quadrupl: 4n };
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** Words that begin like a number and are none. */
const NO_NUMBERS =
  /^(?:十分|一部|一方|一時(?!間)|一般|一切|一致|一緒|一層|一連|一定|一体|一旦|一貫|一帯|一番|一段|一種|一同|一家|一斉|一律|一見|一気|一変|一瞬|一環|一因|一角|一面|一挙|一転|千葉|四国|九州|百貨|万一|三菱|三井|五輪|十字|二酸|三角|四季|七夕|八月|百姓|千代|八百[屋長]|五十嵐|三重|一方的|一人ひとり|二度と)/u;
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:約|およそ|おおよそ|ほぼ|概ね|おおむね|推定|about|around|approximately|approx\.|roughly|nearly|almost|some|(?<![\d%])~)\s*$/iu,
    'about',
  ],
  [/(?:少なくとも|最低|at least|no (?:less|fewer) than|a minimum of)\s*$/iu, 'at-least'],
  [/(?:more than|over|above|exceeding|upwards? of)\s*$/iu, 'more-than'],
  [/(?:最大|最多|最高|up to|at most|no more than|a maximum of|as (?:much|many) as)\s*$/iu, 'at-most'],
  [/(?:less than|fewer than|under|below)\s*$/iu, 'less-than'],
];
const BEHIND: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:以上|or more|\+)/iu, 'at-least'],
  [/^(?:超|を超え|を上回|余り|あまり|余)/u, 'more-than'],
  [/^(?:以下|以内|or less|or fewer)/iu, 'at-most'],
  [/^(?:未満|を下回|弱(?!い))/u, 'less-than'],
  [/^(?:前後|程度|ほど|くらい|ぐらい|or so)/iu, 'about'],
];
const RANGE = /^\s?(?:~|-|to|から)\s?$/iu;

/** The numbers of a text, in its order. Dates, addresses, handles, time codes and numbers in names are none. */
export function quantitiesIn(original: string): Quantity[] {
  const dates = mentionedDates(original);
  let text = narrowed(withoutNoise(original));
  for (const { start, end } of dates)
    text = `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
  const found: Quantity[] = [...fractionsIn(text)];
  const taken = (start: number, end: number) => found.some((other) => start < other.end && other.start < end);
  for (const match of text.matchAll(NUMERALS)) {
    const quantity = quantityAt(text, match.index, match[0]);
    if (quantity && !taken(quantity.start, quantity.end)) found.push(quantity);
  }
  const word = (match: RegExpExecArray, digits: bigint, unit: Unit) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const plain = { high: null, parts: null, bound: null, place: 0, soft: true };
    if (!taken(start, end)) found.push({ ...plain, start, end, value: { digits, places: 0 }, unit });
  };
  for (const match of text.matchAll(ORDINAL_WORDS))
    word(match, BigInt(ORDINALS.indexOf(match[0].toLowerCase()) + 1), ORDINAL);
  for (const match of text.matchAll(TIMES_WORDS))
    word(match, TIMES[(match[1] as string).toLowerCase()] as bigint, TIMES_UNIT);
  found.sort((a, b) => a.start - b.start);
  return joined(text, found);
}

function quantityAt(text: string, from: number, matched: string): Quantity | null {
  const words = /^[a-z]/iu.test(matched);
  const numeral = words ? englishNumeral(matched) : japaneseNumeral(matched);
  if (!numeral) return null;
  let end = from + matched.length;
  let { value, place, scaled } = numeral;
  const sign = currencyBefore(text, from);
  const magnitude = words ? null : magnitudeBehind(text, end, sign !== null);
  if (magnitude) {
    value = shifted(value, magnitude.power);
    place += magnitude.power;
    scaled = true;
    end = magnitude.end;
  }
  let start = sign?.start ?? from;
  const before = text.slice(0, start);
  let unit = sign?.unit ?? null;
  if (/(?:第|no\. ?|№ ?|#)$/iu.test(before)) {
    unit = ORDINAL;
    start -= (/(?:第|no\. ?|№ ?|#)$/iu.exec(before)?.[0] ?? '').length;
  }
  if (/(?:マイナス|minus )$/iu.test(before) || (/(?:^|[\s(])-$/u.test(before) && !words))
    value = negated(value);
  const behind = unitAt(text, end);
  if (behind && (unit === null || unit.id === behind.unit.id)) {
    unit = behind.unit;
    end = behind.end;
  } else if (behind && unit === ORDINAL) end = behind.end;
  const kanjiOnly = !words && !/\d/u.test(matched);
  if (kanjiOnly && !isNumber(text, from, matched, unit, scaled)) return null;
  if (unit?.id === 'wari') [value, place, end] = withSmallerParts(text, value, place, end);
  if (unit?.kind === 'percent') unit = PERCENT;
  const small = value.places === 0 && value.digits <= 10n && value.digits >= 0n;
  return {
    start,
    end,
    value,
    high: null,
    parts: null,
    unit,
    bound: boundOf(text, start, end),
    place,
    soft: (words || kanjiOnly) && small && unit?.kind !== 'currency' && unit?.kind !== 'percent',
  };
}

function magnitudeBehind(text: string, at: number, money: boolean): { power: number; end: number } | null {
  const match = /^[ -]?(hundred|thousand|million|billion|trillion|ml?n|bl?n|tr?n)(?![a-z])/iu.exec(
    text.slice(at, at + 10),
  );
  if (match)
    return { power: MAGNITUDES[(match[1] as string).toLowerCase()] as number, end: at + match[0].length };
  if (/^k(?![a-z])/iu.test(text.slice(at, at + 2))) return { power: 3, end: at + 1 };
  if (money && /^m(?![a-z])/iu.test(text.slice(at, at + 2))) return { power: 6, end: at + 1 };
  if (money && /^b(?![a-z])/iu.test(text.slice(at, at + 2))) return { power: 9, end: at + 1 };
  return null;
}

/** 百 is a number where something is counted, 百貨店 is none. */
function isNumber(text: string, from: number, matched: string, unit: Unit | null, scaled: boolean): boolean {
  if (NO_NUMBERS.test(text.slice(from, from + 5))) return false;
  if (unit !== null) return true;
  return scaled || /^[〇一二三四五六七八九]{4,}$/u.test(matched);
}

/** 3割5分2厘 is 35.2%. */
function withSmallerParts(
  text: string,
  tenths: Decimal,
  place: number,
  end: number,
): [Decimal, number, number] {
  let value = shifted(tenths, 1);
  let last = place + 1;
  let at = end;
  for (const [sign, power] of [
    ['分', 0],
    ['厘', -1],
  ] as const) {
    const match = new RegExp(`^(\\d|[一二三四五六七八九])${sign}`, 'u').exec(text.slice(at, at + 2));
    const part = match && japaneseNumeral(match[1] as string);
    if (!match || !part) continue;
    value = sum(value, shifted(part.value, power));
    last = power;
    at += match[0].length;
  }
  return [value, last, at];
}

function* fractionsIn(text: string): Generator<Quantity> {
  const plain = { high: null, unit: FRACTION, bound: null, place: 0 };
  const written = /(\d+|[一二三四五六七八九十百]+)分の(\d+|[一二三四五六七八九十百]+)/gu;
  for (const match of text.matchAll(written)) {
    const [parts, value] = [japaneseNumeral(match[1] as string), japaneseNumeral(match[2] as string)];
    if (parts && value)
      yield {
        ...plain,
        start: match.index,
        end: match.index + match[0].length,
        value: value.value,
        parts: parts.value,
        soft: false,
      };
  }
  for (const match of text.matchAll(/(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/.])(?=\s*(?:of|の|が|を|は))/gu)) {
    yield {
      ...plain,
      start: match.index,
      end: match.index + match[0].length,
      value: decimalOf(match[1] as string),
      parts: decimalOf(match[2] as string),
      soft: false,
    };
  }
  for (const match of text.matchAll(FRACTION_WORDS)) {
    const [whole, count, part] = match;
    const bottom = PARTS[(part ?? 'half').toLowerCase().replace(/s$/u, '')] ?? 2n;
    const numeral = count && !/^an?$/iu.test(count) ? englishNumeral(count) : null;
    // `third` and `second half` alone are ordinals, `half` alone a manner of speaking.
    if (count === undefined && part !== undefined && !/^half$/iu.test(part)) continue;
    if (/^\s+(?:a|an)\s+(?:million|billion|trillion|dozen)/iu.test(text.slice(match.index + whole.length)))
      continue;
    yield {
      ...plain,
      start: match.index,
      end: match.index + whole.length,
      value: numeral?.value ?? { digits: 1n, places: 0 },
      parts: { digits: bottom, places: 0 },
      soft: bottom === 2n,
    };
  }
}

function boundOf(text: string, start: number, end: number): Bound | null {
  const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 8)];
  for (const [pattern, bound] of BEHIND) if (pattern.test(behind)) return bound;
  for (const [pattern, bound] of BEFORE) if (pattern.test(before)) return bound;
  return null;
}

/** Ranges: 3〜5% is one quantity from 3% to 5%, and 2-3 million one from 2 million. から joins where the unit is said once. */
function joined(text: string, found: readonly Quantity[]): Quantity[] {
  const out: Quantity[] = [];
  for (const right of found) {
    const left = out.at(-1);
    if (!left || !isRange(text, left, right)) {
      out.push(right);
      continue;
    }
    const isBare = /^\D*[\d.,]+$/u.test(text.slice(left.start, left.end));
    out[out.length - 1] = {
      ...right,
      start: left.start,
      value: isBare ? shifted(left.value, scaleOf(text, right)) : left.value,
      high: right.value,
      unit: right.unit ?? left.unit,
      bound: left.bound ?? right.bound,
      soft: left.soft && right.soft,
    };
  }
  return out;
}

function isRange(text: string, left: Quantity, right: Quantity): boolean {
  if (left.high || left.parts || right.parts) return false;
  const between = text.slice(left.end, right.start);
  if (!RANGE.test(between)) return false;
  if (/から/u.test(between) && left.unit !== null) return false;
  const saidOnce = left.unit?.kind === 'currency' && right.unit === null;
  if (left.unit !== null && left.unit.id !== right.unit?.id && !saidOnce) return false;
  // `5-3` is a result, unless something is counted.
  return right.unit !== null || left.unit !== null || !between.includes('-');
}

/** The power of ten that a quantity was written with: 9 in `3 billion`. */
function scaleOf(text: string, { start, end, place }: Quantity): number {
  const digits = /\d[\d,]*(?:\.(\d+))?/u.exec(text.slice(start, end));
  return digits ? Math.max(0, place + (digits[1]?.length ?? 0)) : 0;
}

/** Everything about a quantity's size as text: equal for equal values, however they are written. */
export function valueText({ value, high, parts }: Quantity): string {
  const own = parts ? `${textOfDecimal(value)}/${textOfDecimal(parts)}` : textOfDecimal(value);
  return high ? `${own}~${textOfDecimal(high)}` : own;
}
