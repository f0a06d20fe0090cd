import { storiesCitedBy } from '../citations.ts';
import type { Claim } from '../claim.ts';
import type { Project } from '../project.ts';

/** The project with a claim put in place of the one of its id, or taken away (null), and the stories that it cites entered. */
export function withClaim(project: Project, id: string, claim: Claim | null): Project {
  const old = project.claims.get(id);
  const claims = claim ? project.claims.set(id, claim) : project.claims.delete(id);
  if (old?.evidence === claim?.evidence) return { ...project, claims };
  const before = old ? storiesCitedBy(old) : new Set<string>();
  const after = claim ? storiesCitedBy(claim) : new Set<string>();
  return {
    ...project,
    claims,
    citedBy: project.citedBy.withMutations((index) => {
      for (const key of before) {
        const others = (index.get(key) ?? []).filter((other) => other !== id);
        if (others.length > 0) index.set(key, others);
        else index.delete(key);
      }
      for (const key of after) index.set(key, [...(index.get(key) ?? []), id].sort());
    }),
  };
}
