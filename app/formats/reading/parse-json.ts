/**
 * A whole number of so many digits may be one that a double cannot hold. Most ids are strings, behind a quote: texts
 * with no others are most of all, and are not looked through again.
 */
const MANY_DIGITS = /(?<![^:,[\s-])\d{16}/u;
const STRING_OR_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gsu;
const NOT_A_NUMBER = /\b(?:NaN|Infinity)\b/u;
const STRING_OR_NOT_A_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|\bNaN\b|-?\bInfinity\b/gsu;

/**
 * As `JSON.parse`, but a whole number that a double would change becomes a string (an id that differs in its last
 * digits is another post's), and `NaN` and `Infinity`, which Python writes, become null.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const exact = MANY_DIGITS.test(text) ? text.replace(STRING_OR_INTEGER, exactly) : text;
  try {
    return JSON.parse(exact);
  } catch (thrown) {
    if (!NOT_A_NUMBER.test(exact)) throw thrown;
    return JSON.parse(exact.replace(STRING_OR_NOT_A_NUMBER, (found) => (found[0] === '"' ? found : 'null')));
  }
}

function exactly(found: string): string {
  return found[0] === '"' || String(Number(found)) === found ? found : `"${found}"`;
}
