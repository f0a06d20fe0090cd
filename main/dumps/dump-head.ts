import { basename } from 'node:path';
import { HEAD_BYTES as HEAD_BYTES_OF_FORMAT, type Head } from '../../app/formats/format.ts';
import { guessRule } from '../../app/formats/plain-text/guess.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { UratoriError } from '../../app/problem.ts';
import { codecOf } from './codec.ts';
import { type DetectedEncoding, detectEncoding } from './detect-encoding.ts';
import type { DumpFile } from './dump-file.ts';

/** So much of a dump tells its encoding and how it is split. */
const HEAD_BYTES = 1 << 18;

/** What a dump's beginning tells. */
export interface DumpHead extends DetectedEncoding {
  guessedRule: SplitRule;
  /** For telling its format. */
  head: Head;
}

export async function readHead(file: DumpFile): Promise<DumpHead> {
  const bytes = await file.read(0, HEAD_BYTES);
  const whole = bytes.length === file.bytes;
  const detected = detectEncoding(
    bytes.subarray(0, HEAD_BYTES / 4),
    whole && bytes.length <= HEAD_BYTES / 4,
    file.path,
  );
  const { encoding, bomBytes } = detected;
  if (bytes.length <= bomBytes) throw new UratoriError('dump-empty', { path: file.path });
  const text = codecOf(encoding).decode(bytes, bomBytes, bytes.length);
  // A line that goes on behind the head could be taken for another than it is.
  return {
    ...detected,
    head: {
      name: basename(file.path),
      mediaType: null,
      bytes: bytes.subarray(0, HEAD_BYTES_OF_FORMAT),
      text: text.slice(0, HEAD_BYTES_OF_FORMAT),
      whole: whole && bytes.length <= HEAD_BYTES_OF_FORMAT,
    },
    guessedRule: guessRule(whole ? text : text.slice(0, text.lastIndexOf('\n') + 1 || text.length)),
  };
}
