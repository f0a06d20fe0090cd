import type { TextRange } from '../store/state.ts';

/** Where a literal query stands in a text, without overlaps; the same places that the search over the dump counts. */
export function hitsIn(text: string, query: string): TextRange[] {
  const hits: TextRange[] = [];
  if (query === '') return hits;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
    hits.push({ start: at, end: at + query.length });
  }
  return hits;
}
