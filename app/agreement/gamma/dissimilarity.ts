import type { Marked } from './continuum.ts';

/**
 * How unlike two spans are (Mathet, Widlöcher and Métivier 2015, section 4.3): `α · d_pos + β · d_cat`. `empty` is what
 * it costs a span to have no counterpart.
 */
export interface Dissimilarity {
  position: number;
  category: number;
  empty: number;
  /** How far two categories are apart, from 0 (the same) to 1; the same two in either order alike. */
  distance: (one: number, other: number) => number;
}

/** Place and category count alike; categories are the same or not. */
export const COMBINED: Dissimilarity = {
  position: 1,
  category: 1,
  empty: 1,
  distance: (one, other) => (one === other ? 0 : 1),
};

/** By how much two spans miss each other, measured by their lengths: 0 at the same place, `empty` where they only touch. */
export function positional(one: Marked, other: Marked, empty: number): number {
  const missed = Math.abs(one.start - other.start) + Math.abs(one.end - other.end);
  return (missed / (one.end - one.start + other.end - other.start)) ** 2 * empty;
}

export function between(one: Marked, other: Marked, by: Dissimilarity): number {
  return (
    by.position * positional(one, other, by.empty) +
    by.category * by.distance(one.category, other.category) * by.empty
  );
}
