import type { StoryFilter } from '../../app/contract.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import { annotationTest } from '../../app/search/annotation-fields.ts';
import { Matcher } from '../../app/search/matcher.ts';
import { parseQuery } from '../../app/search/parse-query.ts';
import { isField, type SearchQuery, termsOf } from '../../app/search/query.ts';

/** What the interface needs of a query: which terms it has, and where it stands in a text. */
export interface Searching {
  query: SearchQuery;
  matcher: Matcher;
}

/** The last one: a story is looked through again at every key. */
let last: { filter: Pick<StoryFilter, 'query' | 'matching'>; searching: Searching | null } | null = null;

/** Null where nothing is searched for, or the query is none. */
export function searchingOf({ query, matching }: Pick<StoryFilter, 'query' | 'matching'>): Searching | null {
  const known = last?.filter;
  if (
    last === null ||
    known?.query !== query ||
    known.matching.kana !== matching.kana ||
    known.matching.exact !== matching.exact
  )
    last = { filter: { query, matching }, searching: read(query, matching) };
  return last.searching;
}

function read(text: string, matching: StoryFilter['matching']): Searching | null {
  try {
    const query = parseQuery(text);
    return termsOf(query.wanted).next().done ? null : { query, matcher: new Matcher(query, matching) };
  } catch {
    return null;
  }
}

/** What is wrong with a query, while it is being typed; null where it can be searched for. */
export function problemIn(text: string, project: Project): Problem | null {
  try {
    for (const term of termsOf(parseQuery(text).wanted)) if (isField(term)) annotationTest(term, project);
    return null;
  } catch (thrown) {
    return problemFrom(thrown);
  }
}
