/**
 * Tells the lines that a rule splits at: headings, separators or what matches a pattern. `above`: the story starts at
 * the title that this line draws a rule under.
 */
export type MarkTest = (line: string) => 'here' | 'above' | null;

/** No line is tested further than this many UTF-16 units; separators and headings show earlier. */
export const MARK_MAX_LENGTH = 4096;

const HEADING = /^ {0,3}#{1,6}[ \t\u3000]+\S/u;

const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/u;

/** True for a Markdown heading; a hashtag has no blank behind its `#`. */
export function isHeading(line: string): boolean {
  return HEADING.test(line);
}

/** True for the line below a Markdown heading that is underlined; whether a title stands above it is another matter. */
export function isUnderline(line: string): boolean {
  return UNDERLINE.test(line);
}
