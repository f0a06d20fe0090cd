import type { TextChunk, TextPart, TextRun } from '../model/story-text.ts';
import { escapePart, linesOf } from './escape.ts';
import { labelOf } from './inline.ts';
import { quotation } from './words.ts';

/** The text of a story, a quotation a segment, with the numbers of annotations in brackets after their last words. */
export function storyText(parts: readonly TextPart[]): string {
  return parts
    .flatMap((part) =>
      part.kind === 'flow'
        ? part.runs.map(run)
        : [part.original, part.translation].flatMap(({ label, runs }) => [
            `_${labelOf(label)}:_\n\n`,
            ...runs.map(run),
          ]),
    )
    .join('');
}

function run({ kind, label, text, chunks }: TextRun): string {
  if (kind === 'gap') return '';
  const name = label ? `_${labelOf(label)}:_\n\n` : '';
  return `${name}${quotation(linesOf(words(text.toWellFormed(), chunks)))}\n`;
}

function words(text: string, chunks: readonly TextChunk[]): string {
  let out = '';
  let afterMark = false;
  for (const { start, end, ending: unordered } of chunks) {
    const escaped = escapePart(text, start, end);
    // Right after a bracket these would make it a link or the definition of one.
    out += afterMark && /^[(:]/u.test(escaped) ? `\\${escaped}` : escaped;
    const ending = unordered.toSorted((a, b) => b.lane - a.lane);
    if (ending.length > 0) out += `${gapAfterAddress(out)}${ending.map(({ name }) => `[${name}]`).join('')}`;
    afterMark = ending.length > 0;
  }
  return out;
}

/** Viewers make links of bare addresses, and would take the bracket for a part of it. */
function gapAfterAddress(before: string): string {
  return /(?:https?:\/\/|www\.)[^\s>]*$/iu.test(before.slice(-2000)) ? ' ' : '';
}
