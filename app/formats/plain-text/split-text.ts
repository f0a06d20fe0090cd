import { isBlank } from '../../text/blanks.ts';
import { linesOf } from '../../text/lines.ts';
import type { SplitRule } from '../split-rule.ts';
import { parseByline } from './byline.ts';
import { isLabel } from './label.ts';
import { markTest } from './line-rules.ts';
import { MARK_MAX_LENGTH, type MarkTest } from './mark.ts';
import { BLANK, BYLINE, LABEL, type LineKind, MARK, StoryCutter, TEXT, UNDERLINE } from './story-cutter.ts';

/** What a line of text is under a rule. The scanner decides the same for lines of bytes. */
export function lineKind(line: string, mark: MarkTest | null): LineKind {
  if (isBlank(line)) return BLANK;
  const marked = mark?.(line.slice(0, MARK_MAX_LENGTH)) ?? null;
  if (marked !== null) return marked === 'here' ? MARK : UNDERLINE;
  if (parseByline(line) !== null) return BYLINE;
  return isLabel(line) ? LABEL : TEXT;
}

/** The ranges of a text's stories in UTF-16 units, without the line breaks and blank lines between them. */
export function splitText(text: string, rule: SplitRule): { start: number; end: number }[] {
  const stories: { start: number; end: number }[] = [];
  const mark = markTest(rule);
  const cutter = new StoryCutter<never>(rule.kind, (start, end) => stories.push({ start, end }));
  for (const line of linesOf(text)) cutter.line(lineKind(line.text, mark), line.start, line.end, null, 0, 0);
  cutter.finish();
  return stories;
}
