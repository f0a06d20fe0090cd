import type { Problem } from '../../app/problem.ts';
import { useTranslator } from '../i18n/context.ts';

/** What is wrong with a query, and where: the part of it that cannot be read is marked. */
export function SearchProblem({ id, query, problem }: { id: string; query: string; problem: Problem }) {
  const { problem: say } = useTranslator();
  const { position } = problem.params;
  const at = typeof position === 'number' ? Math.min(position, query.length) : null;
  return (
    <div id={id} role="status" className="search-problem">
      {at === null ? null : (
        <code aria-hidden="true">
          {query.slice(0, at)}
          <mark>{query.slice(at) || ' '}</mark>
        </code>
      )}
      <p>{say(problem)}</p>
    </div>
  );
}
