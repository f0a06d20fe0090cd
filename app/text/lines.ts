/** A line of a text, in UTF-16 units, without its line break (`\n` or `\r\n`). */
export interface Line {
  start: number;
  end: number;
  text: string;
}

/** The lines of a text, in order; an empty text has one empty line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    let end = newline === -1 ? text.length : newline;
    if (newline !== -1 && end > start && text[end - 1] === '\r') end--;
    lines.push({ start, end, text: text.slice(start, end) });
    if (newline === -1) return lines;
    start = newline + 1;
  }
}
