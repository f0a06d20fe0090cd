import type { Run } from './layout.ts';
import type { Marks, PlacedAnchor } from './marks.ts';
import { isPlaced } from './place.ts';
import type { Verdict } from './summary.ts';

export type SpanLook =
  | { kind: 'claim'; verdict: Verdict }
  | { kind: 'tag'; tagId: string }
  | { kind: 'note'; side: 'original' | 'translation' };

/** A highlighted range of the text: `start` and `end` in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
  number: number;
  look: SpanLook;
  moved: boolean;
  /** Where its number goes: the first of its units that is shown, since line breaks between segments are not. */
  shownAt: number;
  /** 0 upwards: two spans that overlap are never in the same lane, so that each has an underline of its own. */
  lane: number;
}

/** A run of text that the same spans cover, outermost first. `starting` and `ending` begin and end here. */
export interface Chunk {
  start: number;
  end: number;
  spans: Span[];
  starting: Span[];
  ending: Span[];
}

/** All spans of a story that have a place in its text, in the order of the text, the longer first. `runs` cover the text. */
export function spansOf(marks: Marks, text: string, runs: readonly Run[]): Span[] {
  const spans: Span[] = [];
  const add = (placed: PlacedAnchor | null, number: number, look: SpanLook) => {
    if (!placed || !isPlaced(placed.place)) return;
    const { kind } = placed.place;
    // Other software may have cut a surrogate pair; a text that is cut there cannot be written.
    const start = placed.place.start - (cutsPair(text, placed.place.start) ? 1 : 0);
    const end = placed.place.end + (cutsPair(text, placed.place.end) ? 1 : 0);
    const shownAt = Math.max(
      start,
      runs.find((run) => run.kind !== 'gap' && run.end > start)?.start ?? start,
    );
    spans.push({ start, end, number, look, moved: kind === 'moved', shownAt, lane: 0 });
  };
  for (const { number, verdict, anchors } of marks.claims)
    for (const anchor of anchors) add(anchor, number, { kind: 'claim', verdict });
  for (const { number, original, translation } of marks.notes) {
    add(original, number, { kind: 'note', side: 'original' });
    add(translation, number, { kind: 'note', side: 'translation' });
  }
  for (const { number, tagging, anchor } of marks.taggings)
    add(anchor, number, { kind: 'tag', tagId: tagging.tagId });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  giveLanes(spans);
  return spans;
}

function cutsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** The lowest lane that is free at a span's start. */
function giveLanes(spans: Span[]): void {
  const endOfLane: number[] = [];
  for (const span of spans) {
    const free = endOfLane.findIndex((end) => end <= span.start);
    span.lane = free < 0 ? endOfLane.length : free;
    endOfLane[span.lane] = span.end;
  }
}

/** Cuts `[from, to)` at every border of a span. The chunks follow each other without gap: their texts joined are the text. */
export function chunksOf(spans: readonly Span[], from: number, to: number): Chunk[] {
  const inside = spans.filter((span) => span.start < to && span.end > from);
  const borders = new Set([from, to]);
  for (const span of inside) {
    if (span.start > from) borders.add(span.start);
    if (span.end < to) borders.add(span.end);
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const chunks: Chunk[] = [];
  let next = 0;
  let active: Span[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [start, end] = [cuts[index] as number, cuts[index + 1] as number];
    active = active.filter((span) => span.end > start);
    for (; next < inside.length && (inside[next] as Span).start <= start; next += 1)
      active.push(inside[next] as Span);
    chunks.push({
      start,
      end,
      spans: active,
      starting: active.filter((span) => span.shownAt === start),
      ending: active.filter((span) => span.end === end),
    });
  }
  return chunks;
}
