import type { ReanchoredStory } from '../../../app/contract.ts';
import type { Project } from '../../../app/project.ts';
import { storyKey } from '../../../app/story.ts';
import { currentAnchor, sameAnchor } from './placements.ts';

/** What became of the annotations of a changed dump, in numbers for the summary. */
export interface ReanchorSummary {
  /** Stories, and those of them with nothing to decide. */
  stories: number;
  unchanged: number;
  lost: number;
  /** Parts of annotations. */
  moved: number;
  ambiguous: number;
  orphan: number;
}

export function summarise(report: readonly ReanchoredStory[]): ReanchorSummary {
  const parts = report.flatMap((story) => (story.status === 'lost' ? [] : story.parts));
  const count = (kind: string) => parts.filter((part) => part.resolution.kind === kind).length;
  return {
    stories: report.length,
    unchanged: report.filter((story) => !needsDecision(story)).length,
    lost: report.filter((story) => story.status === 'lost').length,
    moved: count('moved'),
    ambiguous: count('ambiguous'),
    orphan: count('orphan'),
  };
}

/** A story that was not found by its id, or not all of it where it was, wants a person's eyes. */
export function needsDecision({ status, parts }: ReanchoredStory): boolean {
  return status !== 'same' || parts.some((part) => part.resolution.kind !== 'exact');
}

/** Whether everything that a person can confirm for a story is in the project. */
export function isSettled(project: Project, story: ReanchoredStory): boolean {
  if (story.status === 'lost' || isElsewhere(project, story)) return false;
  return story.parts.every((part) => {
    if (part.resolution.kind === 'orphan' || part.resolution.kind === 'exact') return true;
    return isPlaced(project, part);
  });
}

/** Whether the story was found under another id and the project still has it under the old one. */
export function isElsewhere(project: Project, { found, storyKey: old }: ReanchoredStory): boolean {
  return found !== null && storyKey(found.dumpId, found.storyId) !== old && project.stories.has(old);
}

/** Whether a part stands at one of the places that were found for it. */
export function isPlaced(project: Project, part: ReanchoredStory['parts'][number]): boolean {
  const now = currentAnchor(project, part);
  if (now === null) return true;
  const { resolution } = part;
  switch (resolution.kind) {
    case 'exact':
    case 'moved':
      return sameAnchor(now, resolution.anchor);
    case 'ambiguous':
      return resolution.candidates.some((candidate) => sameAnchor(now, candidate));
    case 'orphan':
      return false;
    default:
      return assertNever(resolution);
  }
}

function assertNever(resolution: never): never {
  throw new Error(`not a resolution: ${JSON.stringify(resolution)}`);
}
