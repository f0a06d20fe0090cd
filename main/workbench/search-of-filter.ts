import type { StoryFilter } from '../../app/contract.ts';
import type { Project } from '../../app/project.ts';
import { annotationTest } from '../../app/search/annotation-fields.ts';
import { parseQuery } from '../../app/search/parse-query.ts';
import { isField, termsOf } from '../../app/search/query.ts';
import type { Search } from '../dumps/search/question.ts';

/**
 * The search that a filter asks for; null where any story will do.
 * @throws UratoriError what `parseQuery` refuses, and `query-unknown-verdict` {position, near, value, known}
 */
export function searchOf(
  { query, matching }: Pick<StoryFilter, 'query' | 'matching'>,
  project: Project,
): Search | null {
  const parsed = parseQuery(query);
  const terms = [...termsOf(parsed.wanted)];
  for (const term of terms) if (isField(term)) annotationTest(term, project);
  return terms.length === 0 ? null : { query: parsed, matching };
}
