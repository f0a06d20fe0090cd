/** Tells the lines of a Markdown text apart as far as stories need it: what is a heading, and what only looks like one. */
export class BlockReader {
  /** The fence that ends the code that is open. */
  private fence: RegExp | null = null;
  private inComment = false;
  /** The line before was the only one of its paragraph so far: a line under it would make it a heading. */
  private paragraphLines = 0;

  /** The line that was read last is a comment, or part of one, and nothing else. */
  isComment = false;

  /** True inside of code and comments, whose text is not looked at. */
  get isVerbatim(): boolean {
    return this.fence !== null || this.inComment;
  }

  /**
   * @returns the level of a heading; `under` where the line makes one of the line before it
   */
  read(line: string): { level: number; under: boolean } | null {
    this.isComment = this.inComment || line.trimStart().startsWith('<!--');
    if (this.inComment) return this.comment(line, 0);
    if (this.fence !== null) {
      if (this.fence.test(line)) this.fence = null;
      return null;
    }
    const underline = this.paragraphLines === 1 ? UNDERLINE.exec(line)?.[1] : undefined;
    if (underline !== undefined) {
      this.paragraphLines = 0;
      return { level: underline.startsWith('=') ? 1 : 2, under: true };
    }
    const hashes = HEADING.exec(line)?.[1];
    if (hashes !== undefined) {
      this.paragraphLines = 0;
      return { level: hashes.length, under: false };
    }
    const fence = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      this.paragraphLines = 0;
      this.fence = new RegExp(`^ {0,3}${fence[0] as string}{${fence.length},}\\s*$`, 'u');
      return null;
    }
    const start = line.indexOf('<!--');
    if (start !== -1) return this.comment(line, start + 4);
    this.paragraphLines = line.trim() === '' || NO_PARAGRAPH.test(line) ? 0 : this.paragraphLines + 1;
    return null;
  }

  /** Follows comments that end and begin in a line, from the inside of one on. */
  private comment(line: string, from: number): null {
    this.paragraphLines = 0;
    let at = from;
    for (;;) {
      const end = line.indexOf('-->', at);
      this.inComment = end === -1;
      if (end === -1) return null;
      const next = line.indexOf('<!--', end);
      if (next === -1) {
        this.isComment &&= line.slice(end + 3).trim() === '';
        return null;
      }
      at = next + 4;
    }
  }
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+\S|\s*$)/u;
/** A line of `=` or `-`; a single `-` would be a list. */
const UNDERLINE = /^ {0,3}(={1,200}|-{2,200})[ \t]{0,200}$/u;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;
/** Lists, quotations, tables, rules and code that is set in: a line under one of them makes no heading. */
const NO_PARAGRAPH = /^(?: {4}|\t| {0,3}(?:[-*+>|]|\d{1,9}[.)]))/u;

/** The words of a heading without its marks. */
export function headingText(line: string): string {
  return line
    .replace(/^ {0,3}#{1,6}[ \t]*/u, '')
    .replace(/[ \t]+#+[ \t]*$/u, '')
    .trim();
}
