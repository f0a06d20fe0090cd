import { isBlank, trimBlanks, trimBlanksAtEnd } from '../../text/blanks.ts';
import { type Line, linesOf } from '../../text/lines.ts';
import type { SplitRule } from '../split-rule.ts';
import { type Byline, parseByline } from './byline.ts';
import { isLabel } from './label.ts';

/** The lines of a story that are not blank, told apart by what they are. */
export interface StoryLines {
  /** Separators in front of the first story of a dump. */
  head: Line[];
  beforeByline: Line[];
  byline: { line: Line; says: Byline } | null;
  afterByline: Line[];
  /** The dump's label and separators behind the story: no part of the story, but nobody else's either. */
  footer: Line[];
}

export function storyLines(text: string, rule: SplitRule): StoryLines {
  const lines = linesOf(text).filter((line) => !isBlank(line.text));
  const separator = rule.kind === 'separator' ? trimBlanks(rule.separator) : null;
  const isSeparator = (line: Line) => separator !== null && trimBlanks(line.text) === separator;
  let from = 0;
  let to = lines.length;
  while (from < to && isSeparator(lines[from] as Line)) from++;
  while (to > from && (isSeparator(lines[to - 1] as Line) || isLabel((lines[to - 1] as Line).text))) to--;
  // A story of nothing but labels or separators is what it is.
  if (from === to) return { head: [], beforeByline: lines, byline: null, afterByline: [], footer: [] };
  const content = lines.slice(from, to);
  const rest = { head: lines.slice(0, from), footer: lines.slice(to) };
  for (const [index, line] of content.entries()) {
    const says = parseByline(line.text);
    if (says === null) continue;
    const byline = { line, says };
    return { ...rest, beforeByline: content.slice(0, index), byline, afterByline: content.slice(index + 1) };
  }
  return { ...rest, beforeByline: content, byline: null, afterByline: [] };
}

/** The text that makes a story the same story: LF line ends, nothing of the footer, no blanks at the end. */
export function canonicalText(text: string, rule: SplitRule): string {
  const { beforeByline, byline, afterByline } = storyLines(text, rule);
  const first = beforeByline[0] ?? byline?.line;
  const last = afterByline.at(-1) ?? byline?.line ?? beforeByline.at(-1);
  const whole = text.slice(first?.start ?? 0, last?.end ?? text.length).replaceAll('\r\n', '\n');
  // Paragraphs with and without blank lines between them are the same text, saved twice.
  const lines = whole.split('\n').filter((line) => !isBlank(line));
  return trimBlanksAtEnd(lines.join('\n'));
}
