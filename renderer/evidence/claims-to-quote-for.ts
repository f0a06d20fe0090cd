import type { Claim } from '../../app/claim.ts';
import type { Project } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';

/** The claims of all stories but one: those that were looked at last first, then the newest. */
export function claimsToQuoteFor(project: Project, own: StoryKey, recent: readonly string[]): Claim[] {
  const place = new Map(recent.map((id, index) => [id, index]));
  return [...project.claims.values()]
    .filter((claim) => claim.storyKey !== own)
    .sort((a, b) => {
      const [left, right] = [place.get(a.id) ?? recent.length, place.get(b.id) ?? recent.length];
      if (left !== right) return left - right;
      return a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? -1 : 1;
    });
}
