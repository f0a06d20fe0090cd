/** UTF-8 bytes of a name, well under the 255 that file systems allow, so that lock, journal and backups fit as well. */
const LONGEST_NAME = 120;

const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu;

/**
 * A name that every file system takes: without separators, control characters, reserved names, or dots and blanks at
 * its ends. `Untitled` where nothing is left.
 */
export function fileNameFor(name: string): string {
  const plain = [...name.slice(0, LONGEST_NAME).normalize('NFC').replace(FORBIDDEN, ' ')];
  while (Buffer.byteLength(plain.join('')) > LONGEST_NAME) plain.pop();
  const trimmed = plain
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  if (trimmed === '') return 'Untitled';
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(trimmed) ? `_${trimmed}` : trimmed;
}
