import { safeLink } from '../links.ts';
import type { Cell, InnerBlock, Paragraph, ParagraphRole } from './block.ts';
import type { Inline, Label, Line, Look } from './inline.ts';

/** Short ways to make the pieces that every part is made of. */

export function said(label: Label, look: Look = {}): Inline {
  return { kind: 'label', label, ...look };
}

export function literal(text: string | number, look: Look = {}): Inline {
  return { kind: 'literal', text: String(text), ...look };
}

export function words(text: string, look: Look & { lang?: string } = {}): Inline {
  return { kind: 'words', text, ...look };
}

/** A link where the address is safe, else the words alone. */
export function linked(address: string, line: Inline[]): Inline[] {
  const href = safeLink(address);
  return href === null ? line : [{ kind: 'link', href, bare: false, words: line }];
}

/** The same where the words are the address. */
export function address(text: string): Inline {
  const href = safeLink(text);
  return href === null ? words(text) : { kind: 'link', href, bare: true, words: [words(text)] };
}

export function paragraph(role: ParagraphRole, ...line: Inline[]): Paragraph {
  return { kind: 'paragraph', role, line };
}

export function cell(...line: Inline[]): Cell {
  return { kind: 'line', line };
}

export function cellOf(blocks: InnerBlock[]): Cell {
  return { kind: 'blocks', blocks };
}

/** Lines one behind the other with something between two; empty ones fall away. */
export function joinedBy(between: string, lines: readonly Line[]): Inline[] {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? [...line] : [literal(between), ...line]));
}

/** What can be gone through again and again, and is made anew each time: nothing of it stays in memory. */
export function again<T>(generate: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: generate };
}
