import type { TextChunk, TextMark, TextPart, TextRun } from '../model/story-text.ts';
import { jump, labelOf } from './inline.ts';
import { markLook } from './look.ts';
import type { Package } from './package.ts';
import { paragraph } from './paragraph.ts';
import { run } from './run.ts';
import { layoutTable } from './table.ts';
import { shutIn } from './xml.ts';

/** The text of a story with its annotations: words underlined and numbered, the number a jump to the card. */
export function storyText(pack: Package, parts: readonly TextPart[]): string {
  return parts.map((part) => partOf(pack, part)).join('');
}

function partOf(pack: Package, part: TextPart): string {
  if (part.kind === 'flow') return part.runs.map((each) => segment(pack, each)).join('');
  const column = ({ label, runs }: typeof part.original) =>
    paragraph('Label', labelOf(pack, label), { keepNext: true }) +
    runs.map((each) => segment(pack, each)).join('');
  return layoutTable([50, 50], [[column(part.original), column(part.translation)]]);
}

function segment(pack: Package, { kind, lang, label, text, chunks }: TextRun): string {
  if (kind === 'gap') return '';
  const name = label ? paragraph('Label', labelOf(pack, label), { keepNext: true }) : '';
  const style =
    kind === 'byline' || kind === 'footer' ? 'Byline' : kind === 'article' ? 'Article' : 'StoryText';
  return name + paragraph(style, chunks.map((each) => chunk(pack, text, lang, each)).join(''));
}

/** Of annotations that overlap, the inner one gives the look; each has its number. */
function chunk(
  pack: Package,
  text: string,
  lang: string,
  { start, end, marks, starting }: TextChunk,
): string {
  const numbers = starting.map((mark) => numberOf(pack, mark)).join('');
  const words = shutIn(text.slice(start, end));
  const inner = marks.at(-1);
  if (!inner) return numbers + run(words, { lang });
  const { ink, wash, line } = markLook(inner);
  return numbers + run(words, { lang, wash, underline: { line, colour: ink } });
}

function numberOf(pack: Package, mark: TextMark): string {
  const look = { superscript: true, bold: true, colour: markLook(mark).ink };
  return pack.bookmark(mark.id, jump(mark.to, run(`${mark.name}${mark.sign}`, look)));
}
