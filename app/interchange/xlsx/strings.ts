import { xmlText } from '../../glossary/xml.ts';

/**
 * Text as a workbook has it (ST_Xstring, ECMA-376 part 1, 22.9.2.19): what XML would not keep is written by its number,
 * `_x000D_`, and so is the sign before words that look like that by themselves.
 */
export function cellText(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_').replaceAll('\r', '_x000D_'));
}

/** Takes back what `cellText` and other programs did. */
export function fromCellText(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A cell holds 32,767 UTF-16 units, and more makes Excel refuse the file. One is kept for an apostrophe. */
const MOST = 32_766;

/** A text in as many parts as it needs, none of which ends in the middle of a pair; one at least. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  do {
    let end = Math.min(text.length, start + MOST);
    if (end < text.length && (text.codePointAt(end - 1) as number) > 0xffff) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  } while (start < text.length);
  return parts;
}

/** The column where one goes on, from the second part. */
export function continued(column: string, part: number): string {
  return `${column} (${part})`;
}

/** 0 → `A`, 26 → `AA`. */
export function columnName(index: number): string {
  const [before, letter] = [Math.floor(index / 26) - 1, String.fromCharCode(65 + (index % 26))];
  return before < 0 ? letter : `${columnName(before)}${letter}`;
}

/** `AA12` → 26; null where there is no such name. */
export function columnOf(cell: string | null): number | null {
  const [letters] = /^[A-Z]{1,3}(?=\d)/u.exec(cell ?? '') ?? [];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
