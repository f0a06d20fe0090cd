import type { Story } from '../../story.ts';
import { type Run, runsOf } from '../layout.ts';
import type { Marks } from '../marks.ts';
import type { Report } from '../report.ts';
import { chunksOf, type Span, spansOf } from '../spans.ts';
import { escapePart, linesOf } from './escape.ts';
import { quotation } from './words.ts';

/** The text of a story, a quotation a segment, with the numbers of annotations in brackets after their last words. */
export function storyText(report: Report, story: Story, marks: Marks): string {
  const whole = { ...story, text: story.text.toWellFormed() };
  const runs = runsOf(whole);
  const spans = spansOf(marks, story.text, runs);
  return runs
    .filter((run) => run.kind !== 'gap')
    .map((run) => `${label(report, run)}${quotation(linesOf(words(report, whole.text, run, spans)))}\n`)
    .join('');
}

function label({ translate }: Report, { kind }: Run): string {
  switch (kind) {
    case 'post':
    case 'byline':
    case 'gap':
      return '';
    case 'article':
    case 'translation':
    case 'repeat':
    case 'footer':
      return `_${translate(`story.${kind}`)}:_\n\n`;
    default:
      return assertNever(kind);
  }
}

function words(report: Report, text: string, run: Run, spans: readonly Span[]): string {
  let out = '';
  let afterMark = false;
  for (const chunk of chunksOf(spans, run.start, run.end)) {
    const escaped = escapePart(text, chunk.start, chunk.end);
    // Right after a bracket these would make it a link or the definition of one.
    out += afterMark && /^[(:]/u.test(escaped) ? `\\${escaped}` : escaped;
    const ending = chunk.ending.toSorted((a, b) => b.lane - a.lane);
    if (ending.length > 0)
      out += `${gapAfterAddress(out)}${ending.map((span) => mark(report, span)).join('')}`;
    afterMark = ending.length > 0;
  }
  return out;
}

function mark({ translate }: Report, span: Span): string {
  return `[${translate(`mark.${span.look.kind}`, { number: span.number })}]`;
}

/** Viewers make links of bare addresses, and would take the bracket for a part of it. */
function gapAfterAddress(before: string): string {
  return /(?:https?:\/\/|www\.)[^\s>]*$/iu.test(before.slice(-2000)) ? ' ' : '';
}

function assertNever(value: never): never {
  throw new Error(`not a kind of segment: ${JSON.stringify(value)}`);
}
