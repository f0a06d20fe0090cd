const SPACES = /[ \t\r\n\f]+/u;
const LINE_BREAKS = /\r\n?|\n/u;
/** Lines of blanks that do not collapse, such as `&nbsp;`. The indentation of a Japanese paragraph stays. */
const BLANK_LINES_AT_START = /^(?:[\p{Zs}\t\f]*\n)+/u;

/**
 * Puts text together as a page shows it (the rules of HTML's `innerText`): white space collapses, blocks begin on lines
 * of their own. Nothing is written of breaks and blanks before it is known that words follow.
 */
export class TextLayout {
  private readonly parts: string[] = [];
  private breaks = 0;
  private blank: '' | ' ' | '\t' = '';

  /** @param keepsSpace white space stands as it is, as in `<pre>` */
  text(text: string, keepsSpace: boolean): void {
    const [first = '', ...others] = text.split(keepsSpace ? LINE_BREAKS : SPACES);
    this.word(first);
    for (const other of others) {
      if (keepsSpace) this.breaks++;
      else this.blank ||= ' ';
      this.word(other);
    }
  }

  /** A line ends here. */
  break(): void {
    this.breaks++;
  }

  /** A block begins or ends here. @param breaks 1: on a line of its own; 2: with a blank line around it */
  block(breaks: 1 | 2): void {
    this.breaks = Math.max(this.breaks, breaks);
  }

  /** A cell of a table ends here. */
  cell(): void {
    this.blank = '\t';
  }

  /** The text, when all of it was given: without blank lines at its start and end. */
  end(): string {
    return this.parts.join('').trimEnd().replace(BLANK_LINES_AT_START, '');
  }

  private word(word: string): void {
    if (word === '') return;
    if (this.parts.length > 0) this.parts.push(this.breaks > 0 ? '\n'.repeat(this.breaks) : this.blank);
    this.breaks = 0;
    this.blank = '';
    this.parts.push(word);
  }
}
