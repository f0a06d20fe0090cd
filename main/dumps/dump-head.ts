import { basename } from 'node:path';
import { HEAD_BYTES as FORMAT_BYTES, type Head } from '../../app/formats/format.ts';
import { guessRule } from '../../app/formats/plain-text/guess.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { UratoriError } from '../../app/problem.ts';
import { type DetectedEncoding, detectEncoding } from './detect-encoding.ts';
import type { DumpFile } from './dump-file.ts';
import { decoderOf } from './intake/decoder.ts';

/** So much of a dump tells its encoding and how it is split. */
const HEAD_BYTES = 1 << 18;

/** What a dump's beginning tells. */
export interface DumpHead extends DetectedEncoding {
  /** How it would be split, were it plain text. */
  guessedRule: SplitRule;
  /** For telling its format. */
  head: Head;
}

/**
 * @param choice the encoding that a person chose; null: none
 * @throws UratoriError `dump-empty` {path}, `dump-encoding-unsupported` {path, encoding}
 */
export async function readHead(file: DumpFile, choice: string | null): Promise<DumpHead> {
  const bytes = await file.read(0, HEAD_BYTES);
  const whole = bytes.length === file.bytes;
  const detected = detectEncoding(bytes, whole, file.path, choice);
  const { encoding, bomBytes } = detected;
  if (bytes.length <= bomBytes) throw new UratoriError('dump-empty', { path: file.path });
  const text = encoding === null ? '' : textOf(bytes.subarray(bomBytes), encoding, whole);
  return {
    ...detected,
    head: {
      name: basename(file.path),
      mediaType: null,
      bytes: bytes.subarray(0, FORMAT_BYTES),
      text: text.slice(0, FORMAT_BYTES),
      whole: whole && bytes.length <= FORMAT_BYTES,
    },
    // A line that goes on behind the head could be taken for another than it is.
    guessedRule: guessRule(whole ? text : text.slice(0, text.lastIndexOf('\n') + 1 || text.length)),
  };
}

function textOf(bytes: Buffer, encoding: string, whole: boolean): string {
  const decoder = decoderOf(encoding, 0);
  const text = decoder.push(bytes);
  return whole ? text + decoder.end() : text;
}
