/** Counts line breaks in chunks, each once and only as far as somebody asks. */
export class LineCounter {
  private line: number;
  private chunk = '';
  private next = -1;

  /** @param line the 1-based line where the text begins */
  constructor(line = 1) {
    this.line = line;
  }

  begin(chunk: string): void {
    this.chunk = chunk;
    this.next = chunk.indexOf('\n');
  }

  /** The 1-based line at `position` of the chunk; positions come in order. */
  upTo(position: number): number {
    for (; this.next !== -1 && this.next < position; this.next = this.chunk.indexOf('\n', this.next + 1))
      this.line++;
    return this.line;
  }
}
