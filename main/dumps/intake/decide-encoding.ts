import { isAscii, isUtf8 } from 'node:buffer';
import { decoderOf } from './decoder.ts';
import { encodingOf } from './encoding-label.ts';
import { completeUtf8, guessEncoding } from './guess-encoding.ts';

/** What is known of a text's encoding before it is read. Labels as people and programs write them. */
export interface EncodingHints {
  /** What the person chose; null: nothing. */
  choice: string | null;
  /** The choice is about this one text; otherwise about many, of which those that are plainly UTF-8 are not meant. */
  choiceIsForThis: boolean;
  /** What the text or its container declares, the most trusted first. */
  declared: readonly string[];
}

/** So many valid characters of several bytes are no accident. */
const SURELY = 3;
/** A declared encoding is believed while no more than this share of what is not ASCII is invalid in it. */
const TOLERATED = 0.1;

/**
 * The encoding of a text without byte order mark. The person's choice comes first, then what is valid UTF-8, then what
 * is declared and not refuted by the bytes, then a guess.
 * @param sample the text from its first byte on that is not plain ASCII
 * @param whole nothing follows
 * @returns null where it is no text
 */
export function decideEncoding(sample: Buffer, whole: boolean, hints: EncodingHints): string | null {
  const choice = hints.choice === null ? null : encodingOf(hints.choice);
  if (choice !== null && hints.choiceIsForThis) return choice;
  const declared = hints.declared.map(encodingOf).filter((encoding) => encoding !== null);
  const likely = choice === null ? declared : [choice, ...declared];
  if (likely.length > 0 && !isPlainlyUtf8(sample, whole)) {
    for (const encoding of likely) if (isReadableAs(encoding, sample)) return encoding;
  }
  return guessEncoding(sample, whole);
}

function isPlainlyUtf8(sample: Buffer, whole: boolean): boolean {
  const text = whole ? sample : completeUtf8(sample);
  if (!isUtf8(text)) return false;
  // Every character but ASCII has one byte that leads it.
  let leads = 0;
  for (const byte of text) if (byte >= 0xc0 && ++leads >= SURELY) return true;
  return false;
}

/** Not so for what is declared wrongly, or was converted since. */
function isReadableAs(encoding: string, sample: Buffer): boolean {
  // Whatever declares UTF-16 in bytes that read as ASCII is not in UTF-16.
  if (encoding.startsWith('utf-16')) return false;
  const decoder = decoderOf(encoding, 0);
  const text = decoder.push(sample);
  if (decoder.invalid === null) return encoding !== 'iso-2022-jp' || isAscii(sample);
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return decoder.invalid.count <= foreign * TOLERATED;
}
