import { escapedAt, escapeLength } from './escapes.ts';

const BACKSLASH = 0x5c;

/**
 * The beginning of a JSON string without making a string of all of it: at least `units` UTF-16 units, where there are
 * so many.
 * @returns null where something in it only looks like an escape
 */
export function beginningOfString(bytes: Buffer, from: number, to: number, units: number): string | null {
  let text = '';
  for (let at = from; at < to; ) {
    const found = bytes.indexOf(BACKSLASH, at);
    const end = found === -1 || found > to ? to : found;
    // No character takes more bytes than three for each of its units. One that is cut stands behind all that count.
    const enough = at + (units - text.length) * 3 + 4;
    if (enough < end) return text + bytes.toString('utf8', at, enough);
    text += bytes.toString('utf8', at, end);
    if (end === to || text.length >= units) return text;
    const code = escapedAt(bytes, end);
    if (code === -1) return null;
    text += String.fromCharCode(code);
    at = end + escapeLength(bytes, end);
  }
  return text;
}
