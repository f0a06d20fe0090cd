import type { Claim } from '../claim.ts';
import { isFilled } from '../evidence.ts';
import { annotationsOf, type Project } from '../project.ts';
import { includes } from '../search/story-fields.ts';
import type { StoryKey } from '../story.ts';
import { reviewOf } from '../story-annotations.ts';
import { hasFigures } from '../text/figures.ts';
import type { Queue } from './queue.ts';
import { inQueueOrder } from './queue-order.ts';

/** One thing to be worked through: a claim, or a story (then `id` is its key). */
export interface QueueItem {
  kind: 'claim' | 'story';
  id: string;
  storyKey: StoryKey;
}

/** What a queue holds, in its order. */
export function queueItems(project: Project, queue: Queue): QueueItem[] {
  const passes = testOf(project, queue);
  const items: QueueItem[] =
    queue.of === 'claims'
      ? [...project.claims.values()].map(({ id, storyKey }) => ({ kind: 'claim', id, storyKey }))
      : [...project.stories.keys()].map((key) => ({ kind: 'story', id: key, storyKey: key }));
  return inQueueOrder(project, items.filter(passes), queue.order);
}

/** Whether something is there, and still waits in a queue. */
export function isQueued(project: Project, queue: Queue, item: QueueItem): boolean {
  return isThere(project, item) && testOf(project, queue)(item);
}

export function isThere(project: Project, { kind, id }: QueueItem): boolean {
  return kind === 'claim' ? project.claims.has(id) : project.stories.has(id);
}

function testOf(project: Project, queue: Queue): (item: QueueItem) => boolean {
  const tags = tagsBelow(project, queue.tags);
  const ofStory = (key: StoryKey): boolean => {
    if (queue.reviews.length > 0 && !queue.reviews.includes(reviewOf(project, key))) return false;
    if (queue.source.trim() === '') return true;
    const source = project.stories.get(key)?.source;
    return source ? includes(`${source.name} @${source.handle ?? ''}`, queue.source.trim()) : false;
  };
  const tagged = (key: StoryKey, claim: Claim | null): boolean =>
    queue.tags.length === 0 ||
    annotationsOf(project, key).taggings.some((id) => {
      const use = project.taggings.get(id);
      if (!use || !tags.has(use.tagId)) return false;
      // A tag on words is about the claims that it touches; one on the story is about all of them.
      return !claim || !use.anchor || claim.anchors.some((anchor) => overlap(anchor, use.anchor));
    });
  const asksOfClaims =
    queue.ratings.length > 0 || queue.figures || queue.evidence !== 'any' || queue.words.trim() !== '';
  const ofClaim = (claim: Claim): boolean => {
    if (queue.ratings.length > 0 && !queue.ratings.includes(claim.ratingId ?? 'none')) return false;
    if (queue.evidence !== 'any' && claim.evidence.some(isFilled) !== (queue.evidence === 'with'))
      return false;
    const texts = () => [claim.wording, ...claim.anchors.map(({ quote }) => quote)];
    if (queue.words.trim() !== '' && !texts().some((text) => includes(text, queue.words.trim())))
      return false;
    return !queue.figures || texts().some(hasFigures);
  };
  return ({ kind, id, storyKey: key }) => {
    if (!ofStory(key)) return false;
    if (kind === 'claim') {
      const claim = project.claims.get(id);
      return claim !== undefined && ofClaim(claim) && tagged(key, claim);
    }
    if (!tagged(key, null)) return false;
    return (
      !asksOfClaims ||
      annotationsOf(project, key).claims.some((claimId) => {
        const claim = project.claims.get(claimId);
        return claim !== undefined && ofClaim(claim);
      })
    );
  };
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number } | null): boolean {
  return b !== null && a.start < b.end && b.start < a.end;
}

/** The tags, and all that stand below them. */
function tagsBelow(project: Project, tagIds: readonly string[]): Set<string> {
  const wanted = new Set(tagIds);
  for (const tag of project.tags.values()) {
    const way: string[] = [];
    for (let id: string | null = tag.id; id !== null; id = project.tags.get(id)?.parentId ?? null) {
      way.push(id);
      if (!wanted.has(id)) continue;
      for (const below of way) wanted.add(below);
      break;
    }
  }
  return wanted;
}
