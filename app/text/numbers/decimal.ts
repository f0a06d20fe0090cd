/** An exact decimal number: `digits` × 10^-`places`. Money and percentages are compared as they are written, not as floats. */
export interface Decimal {
  digits: bigint;
  places: number;
}

export const ZERO: Decimal = { digits: 0n, places: 0 };

/** Reads `1,234.5`. */
export function decimalOf(written: string): Decimal {
  const [whole = '', fraction = ''] = written.replaceAll(',', '').split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

/** × 10^`power`. */
export function shifted({ digits, places }: Decimal, power: number): Decimal {
  if (power <= places) return { digits, places: places - power };
  return { digits: digits * 10n ** BigInt(power - places), places: 0 };
}

export function sum(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const at = ({ digits, places: own }: Decimal) => digits * 10n ** BigInt(places - own);
  return { digits: at(a) + at(b), places };
}

export function product(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, places: a.places + b.places };
}

export function negated({ digits, places }: Decimal): Decimal {
  return { digits: -digits, places };
}

/** The one way to write a value: `1234.5`, `-0.5`; equal values are equal strings. */
export function textOfDecimal({ digits, places }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const whole = all.slice(0, all.length - places);
  const fraction = all.slice(all.length - places).replace(/0+$/u, '');
  return `${digits === 0n ? '' : sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

export function numberOf(value: Decimal): number {
  return Number(textOfDecimal(value));
}
