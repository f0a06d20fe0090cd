/**
 * What each coder made of each unit: one row a unit, one column a coder. null: this coder did not rate this unit.
 */
export type Ratings<T> = readonly (readonly (T | null)[])[];

/** Ratings as places in a list of categories: those of the list first, then others as they are met. */
export interface Coded {
  categories: string[];
  codes: number[][];
}

/** `NONE` stands for a missing rating among codes. */
export const NONE = -1;

export function codesOf(ratings: Ratings<string>, known: readonly string[] = []): Coded {
  const categories = [...known];
  const places = new Map(categories.map((category, place) => [category, place]));
  const codes = ratings.map((unit) =>
    unit.map((category) => {
      if (category === null) return NONE;
      let place = places.get(category);
      if (place === undefined) {
        place = categories.length;
        categories.push(category);
        places.set(category, place);
      }
      return place;
    }),
  );
  return { categories, codes };
}

/** How often each category was given to one unit: `[category, times]`, by category in ascending order. */
export type Tally = readonly (readonly [category: number, times: number])[];

/** The tallies of units, alike ones once: units with the same tally say the same to every measure of coders at large. */
export interface Tallies {
  kinds: Tally[];
  /** Of each unit, the place of its tally in `kinds`. */
  units: Int32Array;
}

/** Of units that at least `fewest` coders rated. */
export function talliesOf(codes: readonly (readonly number[])[], fewest = 2): Tallies {
  const kinds: Tally[] = [];
  const places = new Map<string, number>();
  const units: number[] = [];
  for (const unit of codes) {
    const counts = new Map<number, number>();
    let given = 0;
    for (const code of unit) {
      if (code === NONE) continue;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      given += 1;
    }
    if (given < fewest) continue;
    const tally = [...counts].sort(([a], [b]) => a - b);
    const key = tally.map((entry) => entry.join(':')).join(' ');
    let place = places.get(key);
    if (place === undefined) {
      place = kinds.length;
      kinds.push(tally);
      places.set(key, place);
    }
    units.push(place);
  }
  return { kinds, units: Int32Array.from(units) };
}

/** How many units have each tally. */
export function timesOf({ kinds, units }: Tallies): Float64Array {
  const times = new Float64Array(kinds.length);
  for (const kind of units) times[kind] = (times[kind] as number) + 1;
  return times;
}
