import { mkdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { CallParams } from '../../app/contract.ts';
import { fileNameFor } from '../file-name.ts';
import type { Context } from './context.ts';

/** Where something is written that a person asked for: to a file of theirs, or to one that a browser then fetches. */
export async function exportPlace(
  { access, dataFolder }: Pick<Context, 'access' | 'dataFolder'>,
  target: CallParams<'export.write'>['target'],
): Promise<string> {
  if ('path' in target) return access.writable(target.path);
  const folder = join(dataFolder, 'exports');
  await mkdir(folder, { recursive: true });
  const { name, ext } = parse(target.downloadName);
  return join(folder, `${fileNameFor(name)}.${fileNameFor(ext)}`);
}
