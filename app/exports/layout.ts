import type { Segment, SegmentKind, Story } from '../story.ts';

/** A run of a story's text: a segment, or the line breaks between two. */
export interface Run {
  kind: SegmentKind | 'gap';
  lang: string;
  /** UTF-16 units of the story's text. */
  start: number;
  end: number;
}

/** How the runs stand on the page. Everything in document order, every unit of the text exactly once. */
export type LayoutBlock =
  | { kind: 'flow'; runs: Run[] }
  | { kind: 'pair'; original: Run[]; translation: Run[] };

/**
 * Puts a translation beside what it translates: all that stands before it since the last translation, without
 * footers. A translation with nothing before it stands by itself.
 */
export function layoutOf(story: Story): LayoutBlock[] {
  const blocks: LayoutBlock[] = [];
  let waiting: Run[] = [];
  const runs = runsOf(story);
  for (let index = 0; index < runs.length; ) {
    const run = runs[index] as Run;
    if (run.kind === 'footer') {
      blocks.push({ kind: 'flow', runs: [...waiting, run] });
      waiting = [];
      index += 1;
    } else if (run.kind === 'translation') {
      const from = index;
      // The line breaks between two translations belong to them, and so do those after the last.
      while (runs[index]?.kind === 'translation' || runs[index]?.kind === 'gap') index += 1;
      const translation = runs.slice(from, index);
      if (waiting.some(({ kind }) => kind !== 'gap'))
        blocks.push({ kind: 'pair', original: waiting, translation });
      else blocks.push({ kind: 'flow', runs: [...waiting, ...translation] });
      waiting = [];
    } else {
      waiting.push(run);
      index += 1;
    }
  }
  if (waiting.length > 0) blocks.push({ kind: 'flow', runs: waiting });
  return blocks;
}

/**
 * Covers the text without gap or overlap. Between segments stand only blank lines by the contract; should there be
 * words, they are shown like a post, since a report may not swallow text.
 */
export function runsOf({ text, segments, lang }: Pick<Story, 'text' | 'segments' | 'lang'>): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const between = (end: number) => {
    if (end <= at) return;
    const kind = text.slice(at, end).trim() === '' ? 'gap' : 'post';
    runs.push({ kind, lang, start: at, end });
    at = end;
  };
  for (const segment of inText(segments, text.length)) {
    between(segment.start);
    const start = Math.max(at, segment.start);
    if (segment.end <= start) continue;
    runs.push({ kind: segment.kind, lang: segment.lang, start, end: segment.end });
    at = segment.end;
  }
  between(text.length);
  return runs;
}

function inText(segments: readonly Segment[], length: number): Segment[] {
  return segments.map((segment) => ({
    ...segment,
    start: Math.min(segment.start, length),
    end: Math.min(segment.end, length),
  }));
}
