/** No value is indented further, in UTF-16 units. */
export const DEEPEST_INDENT = 64;

/**
 * The blanks in front of what begins at `start`, if only they stand before it on its line; null otherwise.
 * @param before what stands in front of `text`
 */
export function indentAt(text: string, start: number, before = ''): string | null {
  let at = start;
  while (isBlank(text[at - 1])) at--;
  if (at === 0 && before !== '') return indentAt(before + text.slice(0, start), before.length + start);
  return text[at - 1] === '\n' ? text.slice(at, start) : null;
}

/** False where nothing is indented, so that a line may begin with any value. */
export function linesTell(value: string, indent: string): boolean {
  return indent !== '' || !/^[{[]\s*\n\S/u.test(value);
}

/**
 * Where to go on behind the beginning of a value that is no JSON, for want of a bracket or quote: at the next value of
 * its list, or the bracket that ends the list. Strings have no line breaks in them, and what is inside of a value is
 * indented further than the value, so that a line which begins as the value did is no part of it.
 * @param indent what stands in front of the value on its line
 * @returns -1 where there is no such line
 */
export function resumption(text: string, indent: string): number {
  for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1)) {
    let at = newline + 1;
    while (isBlank(text[at])) at++;
    const blanks = at - newline - 1;
    if (text[at] === ']' && (blanks < indent.length || at === newline + 1)) return at;
    if ((text[at] === '{' || text[at] === '[') && text.slice(newline + 1, at) === indent) return at;
  }
  return -1;
}

/** The end of a text that only the text behind it tells what it is: a line break and blanks. */
export function openLine(text: string): string {
  let at = text.length;
  while (isBlank(text[at - 1])) at--;
  return text[at - 1] === '\n' && text.length - at <= DEEPEST_INDENT ? text.slice(at - 1) : '';
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}
