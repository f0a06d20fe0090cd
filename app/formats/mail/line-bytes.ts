import { latin1 } from './bytes.ts';
import { isFromLine } from './from-line.ts';

export const LF = 10;
const CR = 13;
const SPACE = 32;
const GREATER = 62;
const F = 70;

/** The line above a message is no longer than this. In bytes. */
export const LONGEST_FROM_LINE = 400;

/** True for a line with nothing in it but its end. */
export function isBlank(block: Uint8Array, at: number, next: number): boolean {
  return block[at] === LF || (block[at] === CR && next - at === 2);
}

/** True for the line above a message of a mailbox. */
export function isFrom(block: Uint8Array, at: number, next: number): boolean {
  if (block[at] !== F || block[at + 4] !== SPACE || next - at > LONGEST_FROM_LINE) return false;
  return isFromLine(latin1(block, at, next).trimEnd());
}

/** True for `>From `, `>>From ` and so on. */
export function isQuotedFrom(block: Uint8Array, at: number, next: number): boolean {
  let from = at;
  while (block[from] === GREATER) from++;
  return from > at && from + 5 <= next && latin1(block, from, from + 5) === 'From ';
}
