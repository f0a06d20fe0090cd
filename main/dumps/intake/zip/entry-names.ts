import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from '@exodus/bytes/encoding.js';
import { getFileNameLowLevel } from 'yauzl';
import { guessEncoding } from '../guess-encoding.ts';
import { printable } from '../printable.ts';
import type { ZipEntry } from './zip-entry.ts';

/** Encodings that zip programs write names in where the system's language is one of these. */
const WRITTEN = /^(?:shift_jis|euc-jp|gb18030|big5|euc-kr|ibm866|windows-1251|koi8-r)$/;
const DOS = 'cp437';

/**
 * The names of an archive's entries, with `/`. Those that are not marked as UTF-8 are in what the system of whoever
 * made it used: all together they tell, and the archive's own CP437 is what is left.
 */
export function entryNames(entries: readonly ZipEntry[]): string[] {
  const unmarked = entries
    .filter(({ utf8, rawName }) => !utf8 && !isAscii(rawName))
    .map(({ rawName }) => rawName);
  const encoding = unmarked.every((name) => isUtf8(name)) ? 'utf-8' : encodingOfNames(unmarked);
  const decoder = encoding === DOS ? null : new TextDecoder(encoding);
  return entries.map(({ rawName, utf8 }) => {
    if (utf8 || isAscii(rawName)) return withSlashes(rawName.toString('utf8'));
    return withSlashes(
      decoder === null ? getFileNameLowLevel(0, rawName, [], true) : decoder.decode(rawName),
    );
  });
}

function encodingOfNames(names: readonly Buffer[]): string {
  const guessed = guessEncoding(
    Buffer.from(names.map((name) => name.toString('latin1')).join('\n'), 'latin1'),
    true,
  );
  return guessed !== null && WRITTEN.test(guessed) ? guessed : DOS;
}

/** Some programs of Windows part folders by backslashes. Only now: in Shift_JIS that byte is half of a character. */
function withSlashes(name: string): string {
  return printable(name.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, ''));
}

/** False for a name that would lead out of the archive, were it unpacked. */
export function isSafeName(name: string): boolean {
  return !/^\/|^[a-z]:/i.test(name) && !name.split('/').includes('..');
}
