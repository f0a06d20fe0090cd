import { readFile, stat } from 'node:fs/promises';
import { pictureType } from '../../app/exports/logo.ts';
import { type Logo, MOST_LOGO_BYTES } from '../../app/exports/options.ts';
import { UratoriError } from '../../app/problem.ts';

/**
 * A picture file as a logo, told by its bytes.
 * @throws UratoriError `logo-too-large` (params `most`, bytes), `logo-no-picture`, `file-not-readable`
 */
export async function readLogo(path: string): Promise<Logo> {
  const bytes = await contentOf(path);
  const type = pictureType(bytes);
  if (!type) throw new UratoriError('logo-no-picture');
  return { type, base64: bytes.toString('base64') };
}

async function contentOf(path: string): Promise<Buffer> {
  let size: number;
  try {
    ({ size } = await stat(path));
    if (size <= MOST_LOGO_BYTES) return await readFile(path);
  } catch (thrown) {
    throw new UratoriError('file-not-readable', { path, detail: (thrown as Error).message });
  }
  throw new UratoriError('logo-too-large', { most: MOST_LOGO_BYTES });
}

/**
 * Refuses a logo that is not what it says it is.
 * @throws UratoriError `logo-no-picture`
 */
export function mustBePicture({ type, base64 }: Logo): void {
  const head = Buffer.from(base64.slice(0, 64), 'base64');
  if (pictureType(head) !== type) throw new UratoriError('logo-no-picture');
}
