import { bytesOf, latin1 } from './bytes.ts';
import { isBlank, LF } from './line-bytes.ts';

const ESCAPE = 0x1b;
/** What starts a run of two-byte characters, and the shortest that ends one: `ESC $ B` and `ESC ( B`. */
const JIS_START = '\x1b$';
const JIS_END = '\x1b(';
const SHIFT = 3;

/**
 * Old Japanese programs wrote ISO-2022-JP into headers as it is, where its bytes look like quotes and brackets. This
 * writes it as encoded words (RFC 2047), which every reader of mail understands. Other messages stay as they are.
 */
export function withEncodedHeaders(message: Uint8Array): Uint8Array {
  const end = endOfHeaders(message);
  if (message.subarray(0, end).indexOf(ESCAPE) === -1) return message;
  const headers = latin1(message, 0, end).split('\n').map(withEncodedWords).join('\n');
  const written = bytesOf(headers);
  const whole = new Uint8Array(written.length + message.length - end);
  whole.set(written);
  whole.set(message.subarray(end), written.length);
  return whole;
}

function withEncodedWords(line: string): string {
  let written = '';
  let from = 0;
  for (let start = line.indexOf(JIS_START); start !== -1; start = line.indexOf(JIS_START, from)) {
    const end = line.indexOf(JIS_END, start);
    if (end === -1) break;
    written += line.slice(from, start) + encodedWord(line.slice(start, end + SHIFT));
    from = end + SHIFT;
  }
  return written + line.slice(from);
}

function encodedWord(text: string): string {
  const hex = Array.from(
    text,
    (sign) => `=${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return `=?ISO-2022-JP?Q?${hex.join('')}?=`;
}

/** Index of the blank line behind the headers. */
function endOfHeaders(message: Uint8Array): number {
  for (let at = 0; ; ) {
    const newline = message.indexOf(LF, at);
    if (newline === -1) return message.length;
    if (isBlank(message, at, newline + 1)) return at;
    at = newline + 1;
  }
}

/** The ids in a header that names messages: `<1@minato.example> <2@minato.example>`; an id is without its brackets. */
export function messageIds(header: string | undefined): string[] {
  return Array.from(
    (header ?? '').slice(0, 1 << 14).matchAll(/<([^<>\s]{1,900})>/gu),
    ([, id]) => id as string,
  );
}
