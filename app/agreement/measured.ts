/** Why a measure has no value. Never `NaN`: a measure that divides nothing by nothing says so. */
export const WHY_NOT = [
  'no-units',
  'no-pairs',
  'one-category',
  'one-coder',
  'no-spans',
  'no-text',
  'scales-differ',
  'too-many-together',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

export interface NotComputable {
  kind: 'not-computable';
  why: WhyNot;
}

/** Bounds of a 95 % confidence interval. */
export interface Interval {
  low: number;
  high: number;
}

/** A measure of agreement: 1 where all agree, 0 where they agree as often as chance would have it. */
export interface Value {
  kind: 'value';
  value: number;
  /** null where there is no founded one. */
  interval: Interval | null;
}
export type Measured = Value | NotComputable;

export function notComputable(why: WhyNot): NotComputable {
  return { kind: 'not-computable', why };
}

/** The quantile of the normal distribution that a two-sided interval of 95 % reaches to. */
export const Z_95 = 1.959963984540054;
