import { termPairsOf } from '../../app/glossary/term-pairs.ts';
import type { Project } from '../../app/project.ts';
import type { Story, StoryKey } from '../../app/story.ts';
import type { PairRanges } from '../../app/translation/align.ts';
import { type CurrentPairs, currentPairs } from '../../app/translation/current-pairs.ts';
import { type CutPost, cutPost } from '../../app/translation/cut-post.ts';
import { type Versions, versionsOf } from '../../app/translation/versions.ts';

/** Longer texts are shown beside each other without pairs: aligning them would take seconds. */
const MOST_SENTENCES = 1500;

/** What a story's texts have to do with one another. */
export interface StoryPairs extends CurrentPairs {
  kind: 'translation';
}

interface Known {
  alignment: unknown;
  glossary: unknown;
  pairs: StoryPairs | null;
}
const known = new WeakMap<Story, Known>();
const cuts = new WeakMap<Story, { cut: CutPost | null }>();

/** The pairs of a story and its translation; null where it has none, or where they are too long. */
export function pairsOf(story: Story, project: Project, key: StoryKey): StoryPairs | null {
  const alignment = project.alignments.get(key) ?? null;
  const { glossary } = project;
  const before = known.get(story);
  if (before && before.alignment === alignment && before.glossary === glossary) return before.pairs;
  const pairs = found(story, project, key);
  known.set(story, { alignment, glossary, pairs });
  return pairs;
}

function found(story: Story, project: Project, key: StoryKey): StoryPairs | null {
  const versions = versionsOf(story);
  if (!versions || isTooLong(versions)) return null;
  const terms = termPairsOf(project.glossary.values());
  return { kind: 'translation', ...currentPairs(versions, project.alignments.get(key) ?? null, terms) };
}

function isTooLong({ original, translation }: Versions): boolean {
  return Math.max(original.length, translation.length) > MOST_SENTENCES;
}

/** Whether a story has a translation that is too long to be paired. */
export function isBeyondPairing(story: Story): boolean {
  const versions = versionsOf(story);
  return versions !== null && isTooLong(versions);
}

/** How a post that was cut and its full text correspond; null where a story has no such two. */
export function cutOf(story: Story): CutPost | null {
  const before = cuts.get(story);
  if (before) return before.cut;
  const cut = cutPost(story);
  cuts.set(story, { cut });
  return cut;
}

/** The index of the pair that a place of the text lies in, between its sentences too; -1 for none. */
export function pairAt(pairs: readonly PairRanges[], position: number): number {
  return pairs.findIndex(({ original, translation }) =>
    [original, translation].some((side) => {
      const [first, last] = [side[0], side.at(-1)];
      return first && last && first.start <= position && position < last.end;
    }),
  );
}

/** A place of the text that names a pair, as long as the text stays. */
export function placeOf({ original, translation }: PairRanges): number {
  return (original[0] ?? translation[0])?.start ?? 0;
}
