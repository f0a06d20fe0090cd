export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
/** `{` and `[` differ in this bit only, and so do `}` and `]`. */
export const BRACKET_BIT = 0x20;
export const OPENING = 0x7b;
export const CLOSING = 0x7d;
const BACKSLASH = 0x5c;

/** Index of the next quote, bracket or comma, or the chunk's length. */
export function structureAt(chunk: string, from: number): number {
  let at = from;
  for (; at < chunk.length; at++) {
    const code = chunk.charCodeAt(at);
    const bracket = code | BRACKET_BIT;
    if (code === QUOTE || code === COMMA || bracket === OPENING || bracket === CLOSING) break;
  }
  return at;
}

/** Index of the first code for which `stops` is true, or the chunk's length. */
export function skip(chunk: string, from: number, stops: (code: number) => boolean): number {
  let at = from;
  while (at < chunk.length && !stops(chunk.charCodeAt(at))) at++;
  return at;
}

/** Finds the ends of strings that may go on in the next chunk. */
export class StringEnds {
  /** The string goes on in the next chunk. */
  open = false;
  /** It ended there in an odd run of backslashes. */
  private escaped = false;

  /** Index behind the quote that ends the string; the chunk's length where it goes on. */
  behind(chunk: string, from: number): number {
    let start = this.escaped ? from + 1 : from;
    this.escaped = false;
    for (;;) {
      const quote = chunk.indexOf('"', start);
      const end = quote === -1 ? chunk.length : quote;
      let backslashes = 0;
      while (end - 1 - backslashes >= start && chunk.charCodeAt(end - 1 - backslashes) === BACKSLASH)
        backslashes++;
      const odd = backslashes % 2 === 1;
      if (quote === -1 || !odd) {
        this.open = quote === -1;
        this.escaped = this.open && odd;
        return this.open ? end : quote + 1;
      }
      start = quote + 1;
    }
  }
}
