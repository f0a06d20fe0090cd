/** Lines that part an entry's sections, and entries. */
export const SECTION_END = '-----';
export const ENTRY_END = '--------';

/** `KEY: value` above the first section. */
const FIELD = /^([A-Z][A-Z0-9 _-]{0,39}):[ \t]*(.*)$/u;
/** Fields that an entry can start with, as far as programs are known. */
const FIRST_FIELD =
  /^(?:AUTHOR(?: EMAIL| URL)?|TITLE|BASENAME|STATUS|DATE|ALLOW COMMENTS|ALLOW PINGS|CONVERT BREAKS|PRIMARY CATEGORY|CATEGORY|TAGS|UNIQUE URL|IMAGE|NO ENTRY):/u;
const SECTION = /^(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING|TAGS|CF[_ ][A-Z0-9_]{1,40}):[ \t]*$/u;
/** A line in a section that would end it is protected by a blank behind it. */
const PROTECTED = /^-{5,}[ \t]$/u;

export function fieldOn(line: string): [key: string, value: string] | null {
  const match = FIELD.exec(line);
  return match === null ? null : [(match[1] as string).trimEnd(), (match[2] as string).trim()];
}

/** The name of the section that starts on this line; empty where none does. */
export function sectionOn(line: string): string {
  return SECTION.exec(line)?.[1] ?? '';
}

export function startsEntry(line: string): boolean {
  return FIRST_FIELD.test(line);
}

export function unprotected(line: string): string {
  return PROTECTED.test(line) ? line.slice(0, -1) : line;
}

/** True where a text starts with the fields of an entry and one of its sections. */
export function startsLikeEntry(text: string): boolean {
  const lines = text.trimStart().split(/\r?\n/u, 200);
  const end = lines.indexOf(SECTION_END);
  if (end < 1 || !startsEntry(lines[0] as string)) return false;
  if (lines.slice(0, end).some((line) => line !== '' && fieldOn(line) === null)) return false;
  return sectionOn(lines[end + 1] ?? '') !== '';
}
