/** Who sent it and when: `From minato@port.example Sat Feb  8 10:30:05 2025`. A line that only starts with the word is text. */
const FROM_LINE =
  /^From (?:\S.{0,200}? {1,4})?((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,4}(?:[A-Z][a-z]{2} {1,4}\d{1,2}|\d{1,2} {1,4}[A-Z][a-z]{2}) .{0,60}?\d{4}.{0,20})$/u;

/** True for the line above a message of a mailbox (RFC 4155). */
export function isFromLine(line: string): boolean {
  return FROM_LINE.test(line);
}

/** The date on such a line; empty where there is none. */
export function dateOfFromLine(line: string): string {
  return FROM_LINE.exec(line)?.[1] ?? '';
}
