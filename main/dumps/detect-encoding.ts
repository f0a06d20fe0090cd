import { UratoriError } from '../../app/problem.ts';
import { encodingName } from '../../app/text/encodings.ts';
import { ENCODINGS, type Encoding } from './codec.ts';
import { byteOrderMark, guessEncoding, isUtf32 } from './intake/guess-encoding.ts';

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark: the text starts behind it. */
  bomBytes: number;
}

/**
 * Tells the encoding of a text that is read in place, by a dump's first bytes.
 * @param whole false when the dump goes on behind `head`
 * @throws UratoriError `dump-binary` {path}, `dump-encoding-unsupported` {path, encoding}
 */
export function detectEncoding(head: Buffer, whole: boolean, path: string): DetectedEncoding {
  if (isUtf32(head)) throw new UratoriError('dump-encoding-unsupported', { path, encoding: 'UTF-32' });
  const mark = byteOrderMark(head);
  const encoding = mark?.encoding ?? guessEncoding(head, whole);
  if (encoding === null) throw new UratoriError('dump-binary', { path });
  if (isReadInPlace(encoding)) return { encoding, bomBytes: mark?.length ?? 0 };
  throw new UratoriError('dump-encoding-unsupported', { path, encoding: encodingName(encoding) });
}

function isReadInPlace(encoding: string): encoding is Encoding {
  return (ENCODINGS as readonly string[]).includes(encoding);
}
