/**
 * The white space that makes a line blank and that does not count at a line's end. Fewer characters than
 * JavaScript's `\s`, since the scanner must agree with this list byte by byte.
 */
const BLANK = ' \\t\\r\\f\\v\\u00a0\\u3000';
const ONLY_BLANKS = new RegExp(`^[${BLANK}]*$`, 'u');
const BLANKS_AT_END = new RegExp(`[${BLANK}]+$`, 'u');
const BLANKS_AT_START = new RegExp(`^[${BLANK}]+`, 'u');

/** True for a line without anything to read in it. */
export function isBlank(line: string): boolean {
  return ONLY_BLANKS.test(line);
}

export function trimBlanks(line: string): string {
  return trimBlanksAtEnd(line.replace(BLANKS_AT_START, ''));
}

export function trimBlanksAtEnd(line: string): string {
  return line.replace(BLANKS_AT_END, '');
}
