import type { TextChunk, TextMark, TextPart, TextRun } from '../model/story-text.ts';
import { idAttribute, langAttribute } from './attributes.ts';
import { labelOf, type Page } from './inline.ts';
import { html, type Markup } from './markup.ts';

/** More underlines than these under one another cannot be told apart; the numbers go on. Parsers limit the depth, too. */
const MOST_LANES = 6;

/**
 * The text of a story with its highlights. Without the elements of class `label` and `mark`, the text content of
 * what this returns is the text of the story, but for what HTML cannot hold: a carriage return is a line break like any
 * other, and a control character is shown as U+FFFD.
 */
export function storyText(page: Page, parts: readonly TextPart[]): Markup {
  return html`<div class="text">${parts.map((each) => part(page, each))}</div>\n`;
}

function part(page: Page, value: TextPart): Markup {
  if (value.kind === 'flow') return html`${value.runs.map((each) => run(page, each))}`;
  const column = ({ label, runs }: typeof value.original) =>
    html`<div class="column"><p class="label">${labelOf(page, label)}</p>${runs.map((each) => run(page, each))}</div>`;
  return html`<div class="pair">${column(value.original)}${column(value.translation)}</div>`;
}

function run(page: Page, { kind, lang, label, text, marked, chunks }: TextRun): Markup {
  if (kind === 'gap') return html`<span class="gap">${text}</span>`;
  const words = chunks.map((each) => chunk(text, each));
  const segment = html`<div class="segment ${kind}"${langAttribute(lang)} dir="auto">${words}</div>`;
  if (kind === 'repeat') {
    const name = label ? labelOf(page, label) : null;
    // An annotation must not hide in a fold.
    return html`<details${marked ? html` open` : null}><summary class="label">${name}</summary>${segment}</details>`;
  }
  return label ? html`<p class="label">${labelOf(page, label)}</p>${segment}` : segment;
}

function chunk(text: string, { start, end, marks, starting }: TextChunk): Markup {
  let words = html`${starting.map(numberOf)}${linesWhole(text, start, end)}`;
  for (const mark of marks.slice(0, MOST_LANES).toReversed())
    words = html`<mark class="${lookOf(mark)} lane${mark.lane % MOST_LANES}">${words}</mark>`;
  return words;
}

/** A line break of two units is one in HTML, also where a highlight ends between them. */
function linesWhole(text: string, start: number, end: number): string {
  return text.slice(start, text[end - 1] === '\r' && text[end] === '\n' ? end - 1 : end);
}

function numberOf(mark: TextMark): Markup {
  // The word joiner keeps the number on the line of the words that it stands for.
  return html`<span class="mark ${lookOf(mark)}"${idAttribute(mark.id)}><sup><a href="#${mark.to}">${mark.name}${mark.sign}</a></sup>\u2060</span>`;
}

function lookOf({ look, colour }: TextMark): string {
  switch (look.kind) {
    case 'claim':
      return `claim ${look.verdict}`;
    case 'tag':
      return `tag ${colour ?? 'grey'}`;
    case 'note':
      return 'note';
    default:
      return assertNever(look);
  }
}

function assertNever(value: never): never {
  throw new Error(`not known: ${JSON.stringify(value)}`);
}
