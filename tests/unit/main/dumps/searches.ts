import { parseQuery } from '../../../../app/search/parse-query.ts';
import { type Matching, USUAL_MATCHING } from '../../../../app/search/query.ts';
import type { Search } from '../../../../main/dumps/search/question.ts';

/** A search in the query language. */
export function searchFor(query: string, matching: Partial<Matching> = {}): Search {
  return { query: parseQuery(query), matching: { ...USUAL_MATCHING, ...matching } };
}

/** For a text as it stands. */
export function exactly(text: string): Search {
  return { query: { scope: 'text', wanted: { kind: 'text', text, exact: true } }, matching: USUAL_MATCHING };
}
