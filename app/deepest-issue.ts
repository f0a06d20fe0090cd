import type { z } from 'zod';

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** What is wrong, of all that a schema complains of: in a union the branch that got furthest is what was meant. */
export function deepestIssue(issues: readonly z.core.$ZodIssue[]): Issue {
  return furthest(issues.map(unfolded)) ?? { path: [], message: 'invalid' };
}

function unfolded(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.filter((branch) => branch.length > 0).map(deepestIssue);
  const deepest = furthest(branches);
  return deepest ? { path: [...issue.path, ...deepest.path], message: deepest.message } : issue;
}

function furthest(issues: readonly Issue[]): Issue | null {
  return issues.reduce<Issue | null>(
    (best, issue) => (best === null || issue.path.length > best.path.length ? issue : best),
    null,
  );
}
