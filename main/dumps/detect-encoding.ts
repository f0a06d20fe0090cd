import { isAscii } from 'node:buffer';
import { UratoriError } from '../../app/problem.ts';
import { decideEncoding } from './intake/decide-encoding.ts';
import { DECLARED_WITHIN, declaredEncoding } from './intake/declared-encoding.ts';
import { encodingOf } from './intake/encoding-label.ts';
import { byteOrderMark, isUtf32, SAMPLE_BYTES } from './intake/guess-encoding.ts';

export interface DetectedEncoding {
  /** A name of the Encoding Standard in lower case; null for what is no text. */
  encoding: string | null;
  /** Bytes of the byte order mark: the text starts behind it. */
  bomBytes: number;
}

/**
 * Tells the encoding of a dump by its first bytes: a byte order mark, else what the person chose, else what the bytes are.
 * @param whole false when the dump goes on behind `head`
 * @throws UratoriError `dump-encoding-unsupported` {path, encoding}: UTF-32, or a choice that is no encoding
 */
export function detectEncoding(
  head: Buffer,
  whole: boolean,
  path: string,
  choice: string | null,
): DetectedEncoding {
  if (isUtf32(head)) throw new UratoriError('dump-encoding-unsupported', { path, encoding: 'UTF-32' });
  const mark = byteOrderMark(head);
  if (mark) return { encoding: mark.encoding, bomBytes: mark.length };
  if (choice !== null && encodingOf(choice) === null)
    throw new UratoriError('dump-encoding-unsupported', { path, encoding: choice });
  const inMarkup = declaredEncoding(head.subarray(0, DECLARED_WITHIN));
  const hints = { choice, choiceIsForThis: true, declared: inMarkup === null ? [] : [inMarkup] };
  const sample = tellingPart(head);
  const all = whole && sample.length <= SAMPLE_BYTES;
  return { encoding: decideEncoding(sample.subarray(0, SAMPLE_BYTES), all, hints), bomBytes: 0 };
}

/** The head from about where it is not plain ASCII any more, if that is late. */
function tellingPart(head: Buffer): Buffer {
  for (let at = 0; at < head.length; at += SAMPLE_BYTES) {
    const part = head.subarray(at, at + SAMPLE_BYTES);
    if (!isAscii(part) || part.includes(0) || part.includes(0x1b)) return head.subarray(at);
  }
  return head;
}
