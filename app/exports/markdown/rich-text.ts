import type { Block, Inline, RichText } from '../../rich-text.ts';
import { escapeLabel, escapePart, linesOf } from './escape.ts';
import { linkOf, quotation } from './words.ts';

/** What people wrote, as blocks with a blank line between two, each line after `indent`. */
export function richText(rich: RichText, indent: string): string {
  return rich
    .map((value) => block(value, indent))
    .filter((words) => words.trim() !== '')
    .join('\n');
}

function block(value: Block, indent: string): string {
  switch (value.kind) {
    case 'paragraph':
      return lines(value.children)
        .map((line) => `${indent}${line.trimEnd()}`)
        .join('  \n')
        .concat('\n');
    case 'quote':
      return quotation(lines(value.children), indent);
    case 'list':
      return value.items
        .map((item, index) => `${indent}${value.ordered ? `${index + 1}.` : '-'} ${onOneLine(item)}\n`)
        .join('');
    default:
      return assertNever(value);
  }
}

/** Blank lines would indent what follows, and four blanks make code of it. */
function onOneLine(item: readonly Inline[]): string {
  return lines(item)
    .filter((line) => line.trim() !== '')
    .join(' ');
}

function lines(children: readonly Inline[]): string[] {
  const text = children
    .map((inline) => inline.text)
    .join('')
    .toWellFormed();
  const spans: string[] = [];
  let at = 0;
  for (const inline of children) {
    const end = at + inline.text.length;
    spans.push(look(inline, escapePart(text, at, end)));
    at = end;
  }
  return linesOf(spans.join(''));
}

function look({ text, bold, italic, href }: Inline, escaped: string): string {
  if (href !== undefined) return linkOf(href, emphasis(escapeLabel(text), bold, italic));
  return linesOf(escaped)
    .map((line) => emphasis(line, bold, italic))
    .join('\n');
}

/**
 * Asterisks do not work everywhere beside Japanese punctuation (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run),
 * tags do; so asterisks only round words that begin and end with a letter or digit.
 */
export function emphasis(words: string, bold?: boolean, italic?: boolean): string {
  if (words.trim() === '' || (!bold && !italic)) return words;
  if (/^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/su.test(words)) {
    const marks = `${bold ? '**' : ''}${italic ? '*' : ''}`;
    return `${marks}${words}${marks}`;
  }
  const inner = italic ? `<em>${words}</em>` : words;
  return bold ? `<strong>${inner}</strong>` : inner;
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
