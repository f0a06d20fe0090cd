/** What XML 1.0 has no way to hold (its production `Char`), and lone surrogates. */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const OPENS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Any text as character data or as the value of an attribute; what XML cannot hold becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '\uFFFD')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}

/** Direction marks that other people's text leaves open are closed behind it, so that they end with it. */
export function shutIn(text: string): string {
  const open: string[] = [];
  for (const [sign] of text.matchAll(OPENS)) {
    if (sign === '\u202C') {
      if (open.at(-1) === '\u202C') open.pop();
    } else if (sign === '\u2069') {
      const at = open.lastIndexOf('\u2069');
      if (at >= 0) open.length = at;
    } else open.push(sign >= '\u2066' ? '\u2069' : '\u202C');
  }
  return text + open.reverse().join('');
}
