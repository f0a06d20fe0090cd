// White space, and what ends a line for some programs: separators of files, groups and records, and NEL.
const BLANK = String.raw`[\s\u001c-\u001f\u0085]`;
const ALL = new RegExp(`^${BLANK}*$`, 'u');
const BEFORE = new RegExp(`^${BLANK}+`, 'u');
const AFTER = new RegExp(`${BLANK}+$`, 'u');

/** Whether a text has nothing in it that could be annotated. */
export function isBlank(text: string): boolean {
  return ALL.test(text);
}

/** UTF-16 units of blanks at the start of a text. */
export function blanksBefore(text: string): number {
  return BEFORE.exec(text)?.[0].length ?? 0;
}

/** UTF-16 units of blanks at the end of a text. */
export function blanksAfter(text: string): number {
  return AFTER.exec(text)?.[0].length ?? 0;
}
