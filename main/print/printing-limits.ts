import { stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { UratoriError } from '../../app/problem.ts';

const LEAST_MS = 2 * 60_000;
/** Many times what it takes: about seven seconds. */
const PER_MEBIBYTE_MS = 60_000;

/** What Chromium needs by itself, and for each byte of a page of text: all printed pages are in memory at once. */
const BASE_BYTES = 1.25 * 2 ** 30;
const BYTES_PER_BYTE = 550;
/** The fonts in the page. */
const FONT_BYTES = 6 * 2 ** 20;

/**
 * How long the printing of a page may take before it counts as stuck, in milliseconds.
 * @throws UratoriError `print-too-large` (params `needed`, `has`, in GiB) where it would take more memory than there is:
 * the system may end any program then, and not the one that asked for too much
 */
export async function printingLimit(file: string): Promise<number> {
  const { size } = await stat(file);
  mustFit(size, Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY));
  return LEAST_MS + (size / 2 ** 20) * PER_MEBIBYTE_MS;
}

/** @param bytes of the page; @param memory of the computer, in bytes */
export function mustFit(bytes: number, memory: number): void {
  const needed = BASE_BYTES + Math.max(0, bytes - FONT_BYTES) * BYTES_PER_BYTE;
  if (needed > memory * 0.8)
    throw new UratoriError('print-too-large', { needed: inGiB(needed), has: inGiB(memory) });
}

function inGiB(bytes: number): number {
  return Math.round((bytes / 2 ** 30) * 10) / 10;
}
