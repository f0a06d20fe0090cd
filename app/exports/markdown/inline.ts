import { FIDELITY_SIGNS, VERDICT_SIGNS } from '../labels.ts';
import type { Inline, Label, Line, Look } from '../model/inline.ts';
import { plainLabel } from '../model/voice.ts';
import { escapeLabel, escapeLine } from './escape.ts';
import { emphasis } from './rich-text.ts';
import { link, linkOf } from './words.ts';

/** A line of a report as Markdown, on one line. */
export function lineOf(line: Line): string {
  return line.map((piece) => inline(piece, escapeLine)).join('');
}

/** The same for the words of a link, which may hold no other link. */
function labelWords(line: Line): string {
  return line.map((piece) => inline(piece, escapeLabel)).join('');
}

/** Both languages of a label, on one line. */
export function labelOf(label: Label): string {
  return escapeLine(plainLabel(label));
}

/** Targets that Markdown has: not the numbers in a text, nor the marks of footnotes. */
function hasTarget(id: string): boolean {
  return !/-in-text$|-mark$/u.test(id);
}

export function target(id: string): string {
  return `<a id="${id}"></a>`;
}

function inline(piece: Inline, escaping: (text: string) => string): string {
  switch (piece.kind) {
    case 'label':
      return looking(piece, escaping(plainLabel(piece.label)));
    case 'literal':
      return piece.code ? `\`${piece.text}\`` : looking(piece, piece.text);
    case 'words':
      return looking(piece, withBlanks(piece.text, escaping));
    case 'time':
      return looking(piece, escaping(piece.readable));
    case 'link':
      return piece.bare ? link(piece.href, piece.href) : linkOf(piece.href, labelWords(piece.words));
    case 'jump':
      return hasTarget(piece.to) ? `[${labelWords(piece.words)}](#${piece.to})` : lineOf(piece.words);
    case 'verdict-sign':
      return VERDICT_SIGNS[piece.verdict];
    case 'fidelity':
      return `${FIDELITY_SIGNS[piece.fidelity]} ${escaping(plainLabel(piece.label))}`;
    case 'stance':
      return `**${escaping(plainLabel(piece.label))}**`;
    case 'chip':
      return escaping(piece.text);
    case 'tally':
      return `${VERDICT_SIGNS[piece.verdict]}${piece.count}`;
    case 'footnote':
      return `[^${piece.number}]`;
    case 'citation':
      return `[\\[${piece.number}\\]](#${piece.to})`;
    default:
      return assertNever(piece);
  }
}

/** Escaping takes the blanks at the ends away; one of each stays. */
function withBlanks(text: string, escaping: (text: string) => string): string {
  const words = escaping(text);
  if (words === '') return '';
  return `${/^\s/u.test(text) ? ' ' : ''}${words}${/\s$/u.test(text) ? ' ' : ''}`;
}

function looking({ bold, italic }: Look, words: string): string {
  return emphasis(words, bold, italic);
}

function assertNever(value: never): never {
  throw new Error(`not a piece of a line: ${JSON.stringify(value)}`);
}
