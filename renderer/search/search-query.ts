import type { StoryFilter } from '../../app/contract.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { Matcher } from '../../app/search/matcher.ts';
import { parseQuery } from '../../app/search/parse-query.ts';

/** What is wrong with a query; null: nothing. */
export function queryProblem(query: string): Problem | null {
  if (query.trim() === '') return null;
  try {
    parseQuery(query);
    return null;
  } catch (thrown) {
    return problemFrom(thrown);
  }
}

/** A query as it is asked of the texts of stories; null where it asks for none. */
export function matcherOf({ query, matching }: Pick<StoryFilter, 'query' | 'matching'>): Matcher | null {
  if (query.trim() === '') return null;
  try {
    const parsed = parseQuery(query);
    return parsed.scope === 'annotations' ? null : new Matcher(parsed, matching);
  } catch {
    // The field says what is wrong with it.
    return null;
  }
}
