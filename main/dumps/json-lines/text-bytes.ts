import { escapedAt } from './escapes.ts';

/** True for a JSON string that begins with something that is seen, beyond doubt: not with white space. */
export function beginsWithSign(bytes: Buffer, from: number, to: number): boolean {
  if (from >= to) return false;
  return bytes[from] === 0x5c ? isSignCode(escapedAt(bytes, from)) : isSign(bytes, from);
}

/** The same of the end of UTF-8 without escapes. */
export function endsWithSign(bytes: Buffer, from: number, to: number): boolean {
  let start = to - 1;
  while (start > from && ((bytes[start] as number) & 0xc0) === 0x80) start--;
  return from < to && isSign(bytes, start);
}

/** True for printable ASCII from end to end: nothing to trim, nothing to decode. */
export function isPlainWord(bytes: Buffer, from: number, to: number): boolean {
  const [first, last] = [bytes[from] as number, bytes[to - 1] as number];
  return from < to && first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f;
}

/** White space as `String.trim` takes it. @see https://tc39.es/ecma262/#sec-white-space */
function isSignCode(code: number): boolean {
  if (code <= 0x20 || code === 0xa0 || code === 0x1680 || code === 0x3000 || code === 0xfeff) return false;
  return code < 0x2000 || (code >= 0x2010 && code <= 0x2027) || code > 0x207f;
}

function isSign(bytes: Buffer, at: number): boolean {
  const lead = bytes[at] as number;
  if (lead < 0x80) return lead > 0x20;
  const second = bytes[at + 1] as number;
  switch (lead) {
    case 0xc2:
      return second > 0xa0;
    case 0xe1:
      return second !== 0x9a;
    case 0xe2:
      // U+2000 to U+207F has blanks between its quotes and dashes.
      return second > 0x81 || (second === 0x80 && isPunctuation(bytes[at + 2] as number));
    case 0xe3:
      return second > 0x80 || (bytes[at + 2] as number) !== 0x80;
    case 0xef:
      return second !== 0xbb;
    default:
      return lead > 0xc2;
  }
}

/** U+2010 to U+2027. */
function isPunctuation(third: number): boolean {
  return third >= 0x90 && third <= 0xa7;
}
