/**
 * A whole number of so many digits may be one that a double cannot hold. Most ids are strings, behind a quote: texts
 * with no others are most of all, and are not looked through again.
 */
const MANY_DIGITS = /(?<![^:,[\s-])\d{16}/u;
const STRING_OR_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gsu;
const STRING_OR_NOT_A_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|\bNaN\b|-?\bInfinity\b/gsu;
const NOT_IN_STRINGS = /\p{Cc}|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|\\/gu;

/**
 * As `JSON.parse`, but a whole number that a double would change becomes a string (an id that differs in its last
 * digits is another post's). What other programs write against the rules, and nobody can misunderstand, is read:
 * `NaN` and `Infinity` as null, control characters in strings, and backslashes there that escape nothing.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const exact = MANY_DIGITS.test(text) ? text.replace(STRING_OR_INTEGER, exactly) : text;
  try {
    return JSON.parse(exact);
  } catch (thrown) {
    try {
      return JSON.parse(exact.replace(STRING_OR_NOT_A_NUMBER, mended));
    } catch {
      throw thrown;
    }
  }
}

/** The text of a JSON string, by what stands between its quotation marks. @throws SyntaxError */
export function parseJsonString(inside: string): string {
  try {
    return JSON.parse(`"${inside}"`);
  } catch {
    return parseJson(`"${inside}"`) as string;
  }
}

function exactly(found: string): string {
  return found[0] === '"' || String(Number(found)) === found ? found : `"${found}"`;
}

function mended(found: string): string {
  return found[0] === '"' ? found.replace(NOT_IN_STRINGS, escaped) : 'null';
}

function escaped(found: string): string {
  if (found.length > 1) return found;
  return found === '\\' ? '\\\\' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
