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

/** How a story stands to another one: it answers, shares, quotes or replaces it, or goes on where its thread began. */
export const RELATION_KINDS = ['reply', 'repost', 'quote', 'edit', 'thread'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** The other story of a relation, as far as the dump names it. It need not be in the dump. */
export interface Relation {
  kind: RelationKind;
  /** The other story's id, if it is one of this dump. */
  id: string | null;
  link: string | null;
  source: Source | null;
}

/** What a platform says about a story beside its text. */
export const DETAIL_KINDS = [
  'author',
  'content-warning',
  'visibility',
  'edited',
  'status',
  'category',
  'rating',
  'place',
  'attachment',
] as const;
export type DetailKind = (typeof DETAIL_KINDS)[number];

/** `value` is the platform's own word, a date in ISO 8601 for `edited`. */
export interface Detail {
  kind: DetailKind;
  value: string;
}

/** Where in its dump a story was found, where its bytes are not read in place. */
export interface Origin {
  /** Path within an archive or folder, with `/`; a lone file's own name. */
  entry: string;
  /** `line`: 1-based line; `byte`: 0-based byte; `record`: 1-based place among the entry's records. */
  unit: 'line' | 'byte' | 'record';
  position: number;
}

/** One post or article of a dump. */
export interface Story {
  /** Stable: the platform's own id, else a hash of byline and text. Unique within its dump. */
  id: string;
  /** 0-based place in the dump. */
  ordinal: number;
  source: Source | null;
  /**
   * ISO 8601, cut to `precision` (`2025-02-08`, `2025-02-08T10:30`); null where there is no date. A platform's moments
   * are UTC and end in `Z` (`2025-02-08T10:30:05Z`), or in the offset that it gives; a byline's are local, without one.
   */
  publishedAt: string | null;
  precision: Precision;
  lang: Language;
  /** The first line with words in it, on one line, for lists. */
  lead: string;
  links: string[];
  /** Without the leading `#`. */
  hashtags: string[];
  /** Marks that stand for a picture or film, such as `pic.twitter.com/…`, or their addresses. */
  media: string[];
  /** The story's own address; null where the dump does not tell. */
  link: string | null;
  /** Headline of an article, on one line. The text begins with it, so that its claims can be annotated. */
  title: string | null;
  relations: Relation[];
  details: Detail[];
  /** null: the byte range is one of the dump itself. */
  origin: Origin | null;
  /**
   * Byte range in the dump, or in its spool where `origin` is given. Bytes of a plain-text dump decode to exactly
   * `text`; those of a record are its JSON.
   */
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
  title: string | null;
  /** What the story first of all is to another one; null for one that stands by itself. */
  relation: RelationKind | null;
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
