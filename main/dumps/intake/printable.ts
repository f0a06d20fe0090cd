/** Longer names are made by programs against programs, or hold a whole document (`data:` addresses). */
const LONGEST = 1024;

/** A name that an archive gives, fit to be shown in one line: control characters are replaced, the end of a long one left out. */
export function printable(name: string): string {
  const shown = name.replace(/\p{Cc}/gu, '\ufffd');
  return shown.length <= LONGEST ? shown : `${shown.slice(0, LONGEST).toWellFormed()}…`;
}
