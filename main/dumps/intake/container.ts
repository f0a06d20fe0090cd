import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readingProblem } from '../dump-file.ts';
import { Budget } from './budget.ts';
import { FileAccess } from './file-access.ts';
import { FileSource } from './file-source.ts';
import { GzipSource } from './gzip-source.ts';
import { LIMITS } from './limits.ts';
import { kindOf } from './magic.ts';
import { firstBytes, ignore, isSource, type RandomAccess, rangeOf } from './source.ts';
import { DESCRIPTION, isWacz } from './web-archive/wacz.ts';
import { isWebArchive } from './web-archive/web-archive.ts';
import { findZip } from './zip/central-directory.ts';
import { readZip } from './zip/zip-archive.ts';

/** What a dump is, as a whole. */
export type Container = 'file' | 'folder' | 'zip' | 'gzip' | 'warc' | 'wacz';

/** The directory of a WACZ stands within so many bytes of its end. */
const TAIL_BYTES = 1 << 20;
/** Enough for every mark. */
const START_BYTES = 512;

/** Tells by the dump's bytes, not by its name. @throws UratoriError `dump-not-found`, `dump-not-readable` {path} */
export async function containerOf(path: string): Promise<Container> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    const file = await FileAccess.open(path);
    try {
      return await containerIn(file, path);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw readingProblem(thrown, path);
  }
}

async function containerIn(file: RandomAccess, path: string): Promise<Container> {
  const start = await firstBytes(rangeOf(file, 0, file.bytes), START_BYTES);
  switch (kindOf(start)) {
    case 'web-archive':
      return 'warc';
    case 'gzip': {
      const packed = new FileSource(path, basename(path), file.bytes, () => {});
      const source = new GzipSource(packed, new Budget(LIMITS, file.bytes).meter(file.bytes));
      return isWebArchive(await firstBytes(source.read(ignore), START_BYTES)) ? 'warc' : 'gzip';
    }
    case 'zip':
      return kindOfZip(file);
    case 'other':
      return (await findZip(file)) === null ? 'file' : kindOfZip(file);
  }
}

async function kindOfZip(file: RandomAccess): Promise<Container> {
  // A directory of a million entries takes a while to read; that of a WACZ is short.
  const tail = await file.read(Math.max(0, file.bytes - TAIL_BYTES), TAIL_BYTES);
  if (!tail.includes(DESCRIPTION)) return 'zip';
  const items = await readZip(file, '', '', new Budget(LIMITS, file.bytes), ignore);
  return isWacz(items.filter(isSource).map(({ name }) => name)) ? 'wacz' : 'zip';
}
