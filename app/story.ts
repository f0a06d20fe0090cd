import { z } from 'zod';
import type { Precision } from './precision.ts';

export { PRECISIONS, type Precision } from './precision.ts';

/** What a run of a story's text is. */
export const SEGMENT_KINDS = ['post', 'byline', 'article', 'translation', 'repeat', 'footer'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** A BCP 47 language tag; `und` where the text does not tell. */
export type Language = string;

/** One run of a story's text of one kind. `start` and `end` count UTF-16 units of the story's text. */
export interface Segment {
  kind: SegmentKind;
  lang: Language;
  start: number;
  end: number;
}

/** Who published a story. `handle` comes without the leading `@`; null where the byline has none. */
export interface Source {
  name: string;
  handle: string | null;
}

/** One post or article of a dump. */
export interface Story {
  /** Stable: the platform's own id, else a hash of byline and text. Unique within its dump. */
  id: string;
  /** 0-based place in the dump. */
  ordinal: number;
  source: Source | null;
  /** ISO 8601, cut to `precision` (`2025-02-08`, `2025-02-08T10:30`); null where there is no date. Local time, as the byline gives it. */
  publishedAt: string | null;
  precision: Precision;
  lang: Language;
  /** The first line with words in it, on one line, for lists. */
  lead: string;
  links: string[];
  /** Without the leading `#`. */
  hashtags: string[];
  /** Marks that stand for a picture or film, such as `pic.twitter.com/…`. */
  media: string[];
  /** Byte range in the dump; its bytes decode to exactly `text`. */
  byteStart: number;
  byteEnd: number;
  text: string;
  /** In order, without overlaps; between two of them stand only line breaks and blank lines. */
  segments: Segment[];
}

/** A story as a list shows it. */
export interface StoryRow {
  id: string;
  ordinal: number;
  source: Source | null;
  publishedAt: string | null;
  precision: Precision;
  lang: Language;
  /** At most 200 UTF-16 units. */
  lead: string;
}

/** Enough about a story to show its annotations, and to look for it, while its dump is not there. */
export const storyRefSchema = z.object({
  dumpId: z.string().min(1),
  storyId: z.string().min(1),
  ordinal: z.number().int().nonnegative(),
  byteStart: z.number().int().nonnegative(),
  byteEnd: z.number().int().nonnegative(),
  source: z.object({ name: z.string(), handle: z.string().nullable() }).nullable(),
  publishedAt: z.string().nullable(),
  lang: z.string(),
  lead: z.string(),
});
export type StoryRef = z.infer<typeof storyRefSchema>;

/** Names a story of a project: `<dump id>/<story id>`. */
export type StoryKey = string;

export function storyKey(dumpId: string, storyId: string): StoryKey {
  return `${dumpId}/${storyId}`;
}
