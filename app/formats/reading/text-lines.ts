/** A line of a text that is read in chunks, without its line break (`\n` or `\r\n`). */
export interface TextLine {
  text: string;
  /** 1-based. */
  number: number;
  /** It was longer than the limit: `text` is its beginning only. */
  cut: boolean;
}

/** A longer line is cut: no person wrote it, and no record is that large. In UTF-16 units. */
export const LINE_LIMIT = 1 << 26;

/** The lines of a text, one at a time. An empty line behind the last line break is none. */
export async function* textLines(
  chunks: AsyncIterable<string>,
  limit = LINE_LIMIT,
): AsyncGenerator<TextLine> {
  let parts: string[] = [];
  let length = 0;
  let number = 1;
  const take = (piece: string) => {
    if (length < limit) parts.push(piece);
    length += piece.length;
  };
  const line = (ended: boolean): TextLine => {
    const whole = parts.length === 1 ? (parts[0] as string) : parts.join('');
    const cut = length > limit;
    const text = cut ? whole.slice(0, limit) : ended && whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    parts = [];
    length = 0;
    return { text, number: number++, cut };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let newline = chunk.indexOf('\n'); newline !== -1; newline = chunk.indexOf('\n', start)) {
      take(chunk.slice(start, newline));
      yield line(true);
      start = newline + 1;
    }
    if (start < chunk.length) take(chunk.slice(start));
  }
  if (length > 0) yield line(false);
}
