import type { SegmentKind } from '../../story.ts';
import type { TagColour } from '../../tag.ts';
import type { SpanLook } from '../spans.ts';
import type { Label } from './inline.ts';

/**
 * The text of a story as it stands on the page. The runs of all parts, joined in their order, are the text, unit by
 * unit; numbers and labels are ours and no part of it.
 */
export type TextPart =
  | { kind: 'flow'; runs: TextRun[] }
  /** A translation beside what it translates. */
  | { kind: 'pair'; original: TextColumn; translation: TextColumn };

export interface TextColumn {
  /** "Original · English" */
  label: Label;
  runs: TextRun[];
}

/** A segment, or (`gap`) the line breaks between two, which need not be shown. */
export interface TextRun {
  kind: SegmentKind | 'gap';
  /** BCP 47, or `und`. */
  lang: string;
  /** Stands before the run; null where it needs none. For `repeat`, the name of the fold. */
  label: Label | null;
  text: string;
  /** An annotation is in it: a fold that has one is open. */
  marked: boolean;
  /** In order, without gap or overlap; `start` and `end` in UTF-16 units of `text`. */
  chunks: TextChunk[];
}

/** Words that the same annotations cover. */
export interface TextChunk {
  start: number;
  end: number;
  /** The annotations, outermost first. */
  marks: TextMark[];
  /** Those whose number stands before these words. */
  starting: TextMark[];
  /** Those that end with these words: where a number is to stand after them, as in Markdown. */
  ending: TextMark[];
}

export interface TextMark {
  look: SpanLook;
  /** `1`, `T1`, `N1`, as the cards have it. */
  name: string;
  /** The sign of a claim's verdict, empty for the others, with `→` behind it where the words have moved. */
  sign: string;
  /** Two that overlap are never in the same lane, counted from 0: each has an underline of its own. */
  lane: number;
  /** Of a tag; null for the others. */
  colour: TagColour | null;
  /** Id of the card. */
  to: string;
  /** Id of this number, where the card comes back to; null for the second and further places of an annotation. */
  id: string | null;
}
