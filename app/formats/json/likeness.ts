const FIRST = /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]\d\-tfnN]|$))/u;
const TOKEN = /\s*(?:[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null|-?Infinity|NaN)/suy;
/** A token that the end of the text has cut. */
const CUT_TOKEN = /^\s*(?:"[^"\\]*(?:\\.[^"\\]*)*\\?|[-\w]{0,9})$/su;

/** True for a text that begins with a JSON object or list. The text may end anywhere, and be damaged behind its first one. */
export function beginsAsJson(text: string): boolean {
  if (!FIRST.test(text)) return false;
  let end = 0;
  let depth = 0;
  for (TOKEN.lastIndex = 0; TOKEN.test(text); end = TOKEN.lastIndex) {
    const sign = text[TOKEN.lastIndex - 1];
    if (sign === '{' || sign === '[') depth++;
    // Prose may begin with `[1]` as well.
    else if (sign === '}' && --depth === 0) return true;
    else if (sign === ']') depth--;
  }
  return CUT_TOKEN.test(text.slice(end));
}
