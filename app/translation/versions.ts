import type { Segment, SegmentKind, Story } from '../story.ts';
import type { Range } from '../text/boundaries.ts';
import { sentencesOf } from './sentences.ts';

/** A text and its translation: sentences in order, without overlaps, in UTF-16 units of `text`. */
export interface Versions {
  text: string;
  original: readonly Range[];
  translation: readonly Range[];
}

/** The segments of a story that are a translation, and those that it translates. */
export interface VersionSegments {
  original: readonly Segment[];
  translation: readonly Segment[];
}

/**
 * Null where a story has no translation. A post that was cut and stands again in full is translated from the full
 * text.
 */
export function versionSegments({ segments }: Pick<Story, 'segments'>): VersionSegments | null {
  const of = (kind: SegmentKind) => segments.filter((segment) => segment.kind === kind);
  const translation = of('translation');
  if (translation.length === 0) return null;
  const full = of('repeat');
  const original = full.length > 0 ? full : of('post');
  return original.length === 0 ? null : { original, translation };
}

/** The sentences of a story's original and translation; null where it has no translation. */
export function versionsOf(story: Pick<Story, 'text' | 'segments'>): Versions | null {
  const found = versionSegments(story);
  if (!found) return null;
  const sentences = (side: readonly Segment[]) => side.flatMap((segment) => sentencesOf(story.text, segment));
  return {
    text: story.text,
    original: sentences(found.original),
    translation: sentences(found.translation),
  };
}
