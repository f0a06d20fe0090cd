import type { Confusion } from './confusion.ts';
import { type NotComputable, notComputable, type Value, Z_95 } from './measured.ts';

/** How much two categories agree by their places in the list: 1 the same, 0 not at all. */
export type Weight = (row: number, column: number, categories: number) => number;

/** The categories say nothing about each other. */
export const unweighted: Weight = (row, column) => (row === column ? 1 : 0);
/** Of categories in an order, by how many steps they are apart (Cicchetti and Allison 1971). */
export const linear: Weight = (row, column, categories) =>
  categories < 2 ? 1 : 1 - Math.abs(row - column) / (categories - 1);
/** By the square of the steps (Fleiss and Cohen 1973). */
export const quadratic: Weight = (row, column, categories) =>
  categories < 2 ? 1 : 1 - ((row - column) / (categories - 1)) ** 2;

export interface CohensKappa extends Value {
  observed: number;
  expected: number;
  standardError: number;
}

/**
 * Cohen's kappa of two coders (J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
 * Measurement 20, 1960, 37-46), weighted as in his paper of 1968 (Psychological Bulletin 70, 213-220). Each coder keeps
 * their own habits in what chance would do. The standard error is the large-sample one of Fleiss, Cohen and Everitt
 * (Psychological Bulletin 72, 1969, 323-327, formula 13), which holds whether kappa is 0 or not.
 */
export function cohensKappa(
  { categories, counts, units }: Confusion,
  weight: Weight = unweighted,
): CohensKappa | NotComputable {
  if (units === 0) return notComputable('no-units');
  const size = categories.length;
  const places = categories.map((_, place) => place);
  const share = (row: number, column: number) => (counts[row]?.[column] ?? 0) / units;
  const weightOf = (row: number, column: number) => weight(row, column, size);
  const rows = places.map((row) => sum(places, (column) => share(row, column)));
  const columns = places.map((column) => sum(places, (row) => share(row, column)));
  const over = (value: (row: number, column: number) => number) =>
    sum(places, (row) => sum(places, (column) => value(row, column)));

  const observed = over((row, column) => share(row, column) * weightOf(row, column));
  const expected = over((row, column) => at(rows, row) * at(columns, column) * weightOf(row, column));
  if (1 - expected < 1e-12) return notComputable('one-category');
  const value = (observed - expected) / (1 - expected);

  const rowWeights = places.map((row) =>
    sum(places, (column) => at(columns, column) * weightOf(row, column)),
  );
  const columnWeights = places.map((column) => sum(places, (row) => at(rows, row) * weightOf(row, column)));
  const spread = over(
    (row, column) =>
      share(row, column) *
      (weightOf(row, column) - (at(rowWeights, row) + at(columnWeights, column)) * (1 - value)) ** 2,
  );
  const variance = (spread - (value - expected * (1 - value)) ** 2) / (units * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  // Where all agree, or one of the coders always says the same, the formula comes to 0 and says nothing.
  const interval =
    standardError < 1e-6
      ? null
      : {
          low: Math.max(-1, value - Z_95 * standardError),
          high: Math.min(1, value + Z_95 * standardError),
        };
  return { kind: 'value', value, interval, observed, expected, standardError };
}

function sum(places: readonly number[], value: (place: number) => number): number {
  return places.reduce((total, place) => total + value(place), 0);
}

function at(values: readonly number[], place: number): number {
  return values[place] ?? 0;
}
