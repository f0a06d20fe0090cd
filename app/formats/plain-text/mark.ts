/** Tells the lines that a rule splits at: headings, separators or what matches a pattern. */
export type MarkTest = (line: string) => boolean;

/** No line is tested further than this many UTF-16 units; separators and headings show earlier. */
export const MARK_MAX_LENGTH = 4096;

const HEADING = /^ {0,3}#{1,6}[ \t\u3000]+\S/u;

/** True for a Markdown heading; a hashtag has no blank behind its `#`. */
export function isHeading(line: string): boolean {
  return HEADING.test(line);
}
