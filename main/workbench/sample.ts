import { access, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDurably } from '../durable-file.ts';

const fromSources = import.meta.url.endsWith('.ts');

/** Beside main/ in the sources, beside dist/ in the built program. */
const SAMPLE_FOLDER = fileURLToPath(
  new URL(fromSources ? '../../resources/sample/' : '../../../resources/sample/', import.meta.url),
);

/**
 * The path of the sample dump in the data folder, where it is copied to the first time: the program's own files may
 * be inside an archive, and are replaced by the next version, under a project that refers to them.
 */
export async function sampleDump(dataFolder: string): Promise<string> {
  const name = (await readdir(SAMPLE_FOLDER)).find((entry) => entry.endsWith('.txt'));
  if (name === undefined) throw new Error(`no sample dump in ${SAMPLE_FOLDER}`);
  const folder = join(dataFolder, 'sample');
  const copy = join(folder, name);
  if (await isThere(copy)) return copy;
  await mkdir(folder, { recursive: true });
  await writeDurably(copy, [await readFile(join(SAMPLE_FOLDER, name))]);
  return copy;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
