import type { GlossaryEntry } from '../../glossary/entry.ts';
import type { Story } from '../../story.ts';
import { versionSegments } from '../versions.ts';
import { type CheckedPair, checkPairs } from './check-pairs.ts';
import type { CheckId, PlacedFinding } from './finding.ts';

/** Everything that the checks find in a story's translation, paired as it is; nothing where it has none. */
export function checkStory(
  story: Pick<Story, 'text' | 'segments'>,
  pairs: readonly CheckedPair[],
  options: { glossary: Iterable<GlossaryEntry>; off: ReadonlySet<CheckId> },
): PlacedFinding[] {
  const sides = versionSegments(story);
  if (!sides) return [];
  return checkPairs(
    {
      text: story.text,
      pairs,
      originalLang: sides.original[0]?.lang ?? 'und',
      translationLang: sides.translation[0]?.lang ?? 'und',
    },
    options,
  );
}
