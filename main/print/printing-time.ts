import { stat } from 'node:fs/promises';

const LEAST_MS = 2 * 60_000;
const PER_MEBIBYTE_MS = 60_000;

/** How long the printing of a page may take before it counts as stuck, by its size: many times what it takes. */
export async function printingTime(file: string): Promise<number> {
  const { size } = await stat(file);
  return LEAST_MS + (size / 2 ** 20) * PER_MEBIBYTE_MS;
}
