import type { StoryFilter } from '../../app/contract.ts';
import { parseQuery } from '../../app/search/parse-query.ts';
import type { Search } from '../dumps/search/question.ts';

/** The search that a filter asks for; null where any story will do. @throws UratoriError what `parseQuery` refuses */
export function searchOf({ query, matching }: Pick<StoryFilter, 'query' | 'matching'>): Search | null {
  const parsed = parseQuery(query);
  const isEmpty = parsed.wanted.kind === 'all' && parsed.wanted.parts.length === 0;
  return isEmpty ? null : { query: parsed, matching };
}
