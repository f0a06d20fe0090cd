import { conversionsIn } from '../../text/numbers/conversions.ts';
import { numberOf, textOfDecimal } from '../../text/numbers/decimal.ts';
import { mentionedDates } from '../../text/numbers/mentioned-dates.ts';
import { type Quantity, quantitiesIn } from '../../text/numbers/quantity.ts';
import type { Finding } from './finding.ts';
import { compared, unitsAgree, type Value, valuesOf } from './same-value.ts';
import { inStory, isCut, type PairSides, type Side, whole, wordsAt } from './side.ts';

/** Numbers and units that the two sides do not have in common: 万 for 億, dollars for yen, one that is left out. */
export function checkNumbers({ original, translation }: PairSides): Finding[] {
  if (!original || !translation) return [];
  const from = valuesIn(original);
  const to = valuesIn(translation);
  const units = pairOff(from, to, (one, other) => compared(one, other) !== 'different');
  const wrongUnits = units.filter(([one, other]) => compared(one, other) === 'unit');
  dropDates(from, translation);
  dropDates(to, original);
  dropConversions(to, translation);
  dropConversions(from, original);
  const onlySoft = from.length === 1 && to.length === 1;
  const isTold = ({ quantity, value }: Value) => !quantity.soft || (onlySoft && numberOf(value) > 1);
  const [left, right] = [from.filter(isTold), to.filter(isTold)];
  const changed = [
    ...pairOff(left, right, (one, other) => unitsAgree(one.quantity.unit, other.quantity.unit)),
    ...pairOff(left, right, () => true),
  ];
  const place = (side: Side, { quantity }: Value) => inStory(side, quantity);
  const words = (side: Side, { quantity }: Value) => wordsAt(side, quantity);
  const finding = (rest: Omit<Finding, 'check' | 'suggestion'>): Finding => ({
    ...rest,
    check: 'numbers',
    suggestion: '',
  });
  return [
    ...wrongUnits.map(([one, other]) =>
      finding({
        what: 'unit-differs',
        params: { original: words(original, one), translation: words(translation, other) },
        original: place(original, one),
        translation: place(translation, other),
        note: 'mistranslation',
      }),
    ),
    ...changed.map(([one, other]) =>
      finding({
        ...sizes(one, other),
        params: {
          ...sizes(one, other).params,
          original: words(original, one),
          translation: words(translation, other),
        },
        original: place(original, one),
        translation: place(translation, other),
        note: 'mistranslation',
      }),
    ),
    ...left.map((one) =>
      finding({
        what: 'number-missing',
        params: { original: words(original, one), value: textOfDecimal(one.value) },
        original: place(original, one),
        translation: whole(translation),
        note: 'omission',
      }),
    ),
    ...(isCut(original) ? [] : right).map((other) =>
      finding({
        what: 'number-added',
        params: { translation: words(translation, other), value: textOfDecimal(other.value) },
        original: whole(original),
        translation: place(translation, other),
        note: 'addition',
      }),
    ),
  ];
}

/** 十億 for a billion is right, 百億 ten times too much. */
function sizes(
  one: Value,
  other: Value,
): { what: 'number-differs' | 'number-times'; params: Finding['params'] } {
  const ratio = numberOf(other.value) / numberOf(one.value);
  const power = Math.round(Math.log10(Math.abs(ratio)));
  const isPower = Number.isFinite(power) && power !== 0 && Math.abs(ratio / 10 ** power - 1) < 1e-9;
  if (!isPower || !unitsAgree(one.quantity.unit, other.quantity.unit))
    return { what: 'number-differs', params: {} };
  return {
    what: 'number-times',
    params: { factor: 10 ** Math.abs(power), direction: power > 0 ? 'more' : 'less' },
  };
}

function valuesIn(side: Side): Value[] {
  return quantitiesIn(side.text).flatMap(valuesOf);
}

/** Takes what fits out of both lists, in order. */
function pairOff(from: Value[], to: Value[], fits: (one: Value, other: Value) => boolean): [Value, Value][] {
  const pairs: [Value, Value][] = [];
  // The same unit first: 5 people and 5 years may stand in one sentence.
  for (const exact of [true, false]) {
    for (const one of [...from]) {
      const other = to.find(
        (candidate) =>
          fits(one, candidate) &&
          (!exact ||
            (one.quantity.unit?.id === candidate.quantity.unit?.id && compared(one, candidate) === 'same')),
      );
      if (!other) continue;
      from.splice(from.indexOf(one), 1);
      to.splice(to.indexOf(other), 1);
      pairs.push([one, other]);
    }
  }
  return pairs;
}

/** 24年 is a year that the other side may have as 2024; `the 7th` a day. */
function dropDates(values: Value[], other: Side): void {
  const dates = mentionedDates(other.text);
  const isDate = ({ quantity, value }: Value) =>
    dates.some(({ year, month, day }) => {
      const number = numberOf(value);
      if (quantity.unit?.id === 'year') return year !== null && (year === number || year % 100 === number);
      if (quantity.unit !== null && quantity.unit.kind !== 'ordinal') return false;
      return number === year || number === month || number === day;
    });
  const kept = values.filter((value) => !isDate(value));
  values.splice(0, values.length, ...kept);
}

/** 「200億ドル(約3兆303億円)」: the yen are the translator's help, not a number of the original. */
function dropConversions(values: Value[], side: Side): void {
  const helps = conversionsIn(side.text).map(({ to }) => to.start);
  const isTaken = (quantity: Quantity) => helps.includes(quantity.start);
  const kept = values.filter(({ quantity }) => !isTaken(quantity));
  values.splice(0, values.length, ...kept);
}
