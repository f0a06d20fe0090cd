import type { Decimal } from '../../text/numbers/decimal.ts';
import { numberOf, textOfDecimal } from '../../text/numbers/decimal.ts';
import type { Quantity } from '../../text/numbers/quantity.ts';
import type { Unit } from '../../text/numbers/units.ts';

/** One value of a quantity; a range has two. */
export interface Value {
  quantity: Quantity;
  value: Decimal;
}

export function valuesOf(quantity: Quantity): Value[] {
  const low = { quantity, value: quantity.value };
  return quantity.high ? [low, { quantity, value: quantity.high }] : [low];
}

/** Miles are translated to kilometres, and rounded. */
const ROUNDED = 0.06;
const EXACT = 0.005;
/** Counters that say little about what is counted. */
const VAGUE = new Set(['piece', 'occasion', 'times']);

/** `same`; `unit`: the same number of something else; `different`. */
export function compared(one: Value, other: Value): 'same' | 'unit' | 'different' {
  const [a, b] = [one.quantity, other.quantity];
  if (measuresAgree(one, other)) return 'same';
  if (isShare(a.unit) && isShare(b.unit) && a.unit?.kind !== b.unit?.kind)
    return near(share(one), share(other), EXACT) ? 'same' : 'different';
  const sameParts = (a.parts && textOfDecimal(a.parts)) === (b.parts && textOfDecimal(b.parts));
  if (!sameParts || textOfDecimal(one.value) !== textOfDecimal(other.value)) return 'different';
  return unitsAgree(a.unit, b.unit) ? 'same' : 'unit';
}

/** Whether two units may stand for each other; what has no unit that is known may be anything. */
export function unitsAgree(a: Unit | null, b: Unit | null): boolean {
  if (a === null || b === null || a.id === b.id) return true;
  if (a.kind === 'ordinal' || b.kind === 'ordinal') return !isMoney(a) && !isMoney(b);
  if (VAGUE.has(a.id) || VAGUE.has(b.id)) return a.kind === 'count' || b.kind === 'count';
  return (a.id === 'age' && b.id === 'year') || (a.id === 'year' && b.id === 'age');
}

function measuresAgree({ quantity: a, value: one }: Value, { quantity: b, value: other }: Value): boolean {
  if (!a.unit?.dimension || a.unit.dimension !== b.unit?.dimension || a.unit.id === b.unit.id) return false;
  const tolerance = a.unit.kind === 'measure' ? ROUNDED : EXACT;
  return near(numberOf(one) * (a.unit.factor ?? 1), numberOf(other) * (b.unit.factor ?? 1), tolerance);
}

function near(one: number, other: number, tolerance: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
}

function isShare(unit: Unit | null): boolean {
  return unit?.kind === 'percent' || unit?.kind === 'fraction';
}

function share({ quantity, value }: Value): number {
  return numberOf(value) / (quantity.parts ? numberOf(quantity.parts) : 100);
}

function isMoney(unit: Unit): boolean {
  return unit.kind === 'currency';
}
