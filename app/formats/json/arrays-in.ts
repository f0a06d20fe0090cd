import type { JsonPath } from '../reading/json-values.ts';

/** Lists deeper than this, or beyond so many, are not a document's records. */
const DEEPEST = 6;
const MOST = 20;
const TOKEN = /"([^"\\]*(?:\\.[^"\\]*)*)"\s*(:?)|[{}[\]]/gsu;

/**
 * Paths of the lists in the beginning of a JSON text that stand in no other list: `[[]]` for a text that is one list.
 * The text may end anywhere.
 */
export function arraysIn(text: string): JsonPath[] {
  const found = new Map<string, JsonPath>();
  const keys: string[] = [];
  let key = '';
  /** Depth of brackets inside of a list; nothing is looked for there. */
  let inList = 0;
  for (const [token, string = '', colon] of text.matchAll(TOKEN)) {
    if (inList > 0) {
      if (token === '[' || token === '{') inList++;
      else if (token === ']' || token === '}') inList--;
    } else if (token === '[') {
      const path = keys.length === 0 ? [] : [...keys.slice(1), key];
      if (found.size < MOST && path.length <= DEEPEST) found.set(path.join('\0'), path);
      inList = 1;
    } else if (token === '{') keys.push(key);
    else if (token === '}') keys.pop();
    else if (colon === ':') key = string;
  }
  return [...found.values()];
}
