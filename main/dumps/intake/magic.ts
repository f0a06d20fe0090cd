import { isWebArchive } from './web-archive/web-archive.ts';

/** What a source is by its first bytes. */
export type Kind = 'zip' | 'gzip' | 'web-archive' | 'other';

export function kindOf(start: Buffer): Kind {
  const magic = start.toString('latin1', 0, 4);
  // An entry, the end of an empty archive, or the mark of one that was to be split.
  if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06' || magic === 'PK\x07\x08' || magic === 'PK00')
    return 'zip';
  if (magic.startsWith('\x1f\x8b\x08')) return 'gzip';
  return isWebArchive(start) ? 'web-archive' : 'other';
}
