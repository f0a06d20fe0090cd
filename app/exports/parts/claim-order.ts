import type { Claim } from '../../claim.ts';
import { annotationsOf, type Project } from '../../project.ts';
import type { StoryKey } from '../../story.ts';

/**
 * The claims of a story by where they stood when they were made: known without its text, so that contents which come
 * before all texts number them as the claims themselves do.
 */
export function claimsOf(project: Project, key: StoryKey): Claim[] {
  const start = ({ anchors }: Claim) => Math.min(...anchors.map((anchor) => anchor.start));
  return annotationsOf(project, key)
    .claims.flatMap((id) => project.claims.get(id) ?? [])
    .sort((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1));
}

export function hasClaims(project: Project): (key: StoryKey) => boolean {
  return (key) => annotationsOf(project, key).claims.length > 0;
}
