import { isBlank, trimBlanks } from '../../text/blanks.ts';
import { linesOf } from '../../text/lines.ts';
import { withoutMarksAtEnd } from '../../text/marks.ts';
import type { SplitRule } from '../split-rule.ts';
import { parseByline } from './byline.ts';
import { isLabel } from './label.ts';
import { isHeading } from './mark.ts';

/** A line of one sign over and over, also with blanks between: a rule drawn across the page. */
const DRAWN_RULE = /^([-=*_~#+.・―─━—–＝－＊＿～■□◆◇●○★☆※])(?:[ \t]*\1){2,}$/u;
/** Lines of wrapped text are at least this wide, in half-width columns. */
const NARROWEST_WRAP = 40;
/** Of the lines of wrapped text, this share has no room left for the next word, and this share ends in mid-sentence. */
const FULL = 0.85;
const OPEN = 0.5;
/** Single posts among lines: so many lines to a block are a list with a blank line here and there. */
const LIST_LINES = 8;
/** What a paragraph begins with where no blank line parts it from the one before. */
const INDENT = /^(?:\u3000| {2,}|\t)/u;
const SENTENCE_END = /[.。．!！?？…」』”"’)）\]】♪〜~]$/u;

type Paragraph = readonly string[];

/** The rule by which a dump is split, unless a person says otherwise. Takes the beginning of the dump's text. */
export function guessRule(head: string): SplitRule {
  const lines = withoutFrontMatter(linesOf(head).map((line) => line.text));
  let undated = 0;
  for (const line of lines) {
    const byline = parseByline(line);
    if (byline === null) continue;
    // One undated byline may be the attribution of a quotation.
    if (byline.publishedAt !== null || ++undated > 1) return { kind: 'byline' };
  }
  const separator = separatorOf(lines);
  if (separator !== null) return { kind: 'separator', separator };
  if (lines.find((line) => !isBlank(line)) !== undefined && hasHeadings(lines)) return { kind: 'headings' };
  if (hasWideGaps(lines)) return { kind: 'wide-gaps' };
  return byParagraphs(paragraphsOf(lines));
}

/** Articles of several paragraphs each, with more room between them than between their paragraphs. */
function hasWideGaps(lines: readonly string[]): boolean {
  const paragraphs = [0];
  let blanks = 0;
  for (const line of lines.slice(lines.findIndex((line) => !isBlank(line)))) {
    if (isBlank(line)) {
      blanks++;
      continue;
    }
    if (blanks > 1) paragraphs.push(1);
    else if (blanks === 1 || paragraphs[0] === 0) paragraphs.push((paragraphs.pop() ?? 0) + 1);
    blanks = 0;
  }
  const several = paragraphs.filter((count) => count > 1).length;
  return paragraphs.length > 1 && several >= Math.max(2, paragraphs.length / 2);
}

/** A dump of a page generator begins with settings between two lines of three hyphens. */
function withoutFrontMatter(lines: string[]): string[] {
  if (lines[0]?.trim() !== '---') return lines;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  const settings = lines.slice(1, Math.max(1, end));
  const isFrontMatter =
    settings.length > 0 && settings.every((line) => /^(?:[\w-]+\s*:|\s+\S|- |#|$)/u.test(line));
  return isFrontMatter ? lines.slice(end + 1) : lines;
}

/** The drawn rule that stands most often between texts, as the person would type it. */
function separatorOf(lines: readonly string[]): string | null {
  const counts = new Map<string, number>();
  const isText = (line: string) => !isBlank(line) && !DRAWN_RULE.test(trimBlanks(line));
  const first = lines.findIndex(isText);
  const last = lines.findLastIndex(isText);
  for (const [index, line] of lines.entries()) {
    const mark = trimBlanks(line);
    if (!DRAWN_RULE.test(mark) || underlines(lines, index)) continue;
    if (first >= 0 && first < index && index < last) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [mark, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = mark;
  return best;
}

/** A rule as wide as the single line above it underlines a title. */
function underlines(lines: readonly string[], index: number): boolean {
  const title = lines[index - 1];
  if (title === undefined || isBlank(title)) return false;
  const above = lines[index - 2];
  if (above !== undefined && !isBlank(above)) return false;
  const mark = trimBlanks(lines[index] as string);
  return (
    /^(?:=+|-+)$/u.test(mark) && mark.length > 3 && Math.abs(widthOf(mark) - widthOf(trimBlanks(title))) <= 2
  );
}

function hasHeadings(lines: readonly string[]): boolean {
  const headings = lines.flatMap((line, index) =>
    isHeading(line) ? [index] : underlines(lines, index) ? [index - 1] : [],
  );
  const first = lines.findIndex((line) => !isBlank(line));
  return headings.length > 1 || headings[0] === first;
}

function paragraphsOf(lines: readonly string[]): Paragraph[] {
  const paragraphs: string[][] = [];
  let open = false;
  for (const line of lines) {
    // A label is about the dump, not one of its texts.
    if (isBlank(line) || isLabel(line)) open = false;
    else if (open) paragraphs.at(-1)?.push(line);
    else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs;
}

function byParagraphs(paragraphs: readonly Paragraph[]): SplitRule {
  const lines = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  if (lines <= 1) return { kind: 'whole' };
  const longest = paragraphs.reduce((best, paragraph) => (paragraph.length > best.length ? paragraph : best));
  if (paragraphs.length === 1) return { kind: isWrapped(longest) ? 'whole' : 'lines' };
  // Several long blocks are articles with a paragraph a line, unless their lines end as posts do.
  const marked = paragraphs.flat().filter((line) => withoutMarksAtEnd(line) !== line).length;
  const arePosts = paragraphs.length <= 2 || marked * 2 >= lines;
  const isList = lines >= paragraphs.length * LIST_LINES && arePosts && !isWrapped(longest);
  return { kind: isList ? 'lines' : 'blank-lines' };
}

/** True for running text whose lines were broken where they were full, and not where a thought ends. */
function isWrapped(paragraph: Paragraph): boolean {
  const lines = paragraph.map((line) => line.trimEnd());
  const width = lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
  if (lines.length < 2 || width < NARROWEST_WRAP || width > 200) return false;
  // An indent begins a paragraph: the line in front of it ends where its thought ends.
  const isLast = (index: number) => index + 1 === lines.length || INDENT.test(lines[index + 1] as string);
  const broken = lines.filter((_, index) => !isLast(index));
  const full = lines.filter(
    (line, index) =>
      !isLast(index) && widthOf(line) + widthOf(firstWord(lines[index + 1] as string)) >= width - 1,
  );
  if (broken.length * 2 < lines.length) return false;
  const open = broken.filter((line) => !SENTENCE_END.test(line) && withoutMarksAtEnd(line) === line);
  return full.length >= broken.length * FULL && open.length >= broken.length * OPEN;
}

/** With the blank in front of it; one character where a script has no blanks. */
function firstWord(line: string): string {
  const word = /^[^\s\u3000-\u9fff\uff00-\uff60]+/u.exec(line)?.[0];
  return word === undefined ? line.slice(0, 2) : ` ${word}`;
}

/** In columns: East Asian characters are two wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
