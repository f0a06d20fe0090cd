import { NONE } from './ratings.ts';

/** How often one coder gave the category of the row where the other gave that of the column. */
export interface Confusion {
  categories: readonly string[];
  counts: readonly (readonly number[])[];
  /** Units that both rated. */
  units: number;
}

/** Of two columns of codes. */
export function confusionOf(
  categories: readonly string[],
  codes: readonly (readonly number[])[],
  one = 0,
  other = 1,
): Confusion {
  const counts = categories.map(() => categories.map(() => 0));
  let units = 0;
  for (const unit of codes) {
    const [row, column] = [unit[one] ?? NONE, unit[other] ?? NONE];
    if (row === NONE || column === NONE) continue;
    const cells = counts[row] as number[];
    cells[column] = (cells[column] as number) + 1;
    units += 1;
  }
  return { categories, counts, units };
}
