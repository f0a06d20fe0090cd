import { type Anchor, resolve } from '../../app/anchor.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import { findRating } from '../../app/rating-scale.ts';
import type { Story, StoryKey } from '../../app/story.ts';
import type { TagColour } from '../../app/tag.ts';
import type { AnnotationRef, TextRange } from '../store/state.ts';
import type { MarkedOutcome } from '../ui/OutcomeMark.tsx';

/** A span of the open story that an annotation sits on. `part` tells a claim's anchors, or a note's sides, apart. */
export interface AnnotatedSpan extends TextRange {
  ref: AnnotationRef;
  part: number | 'original' | 'translation' | null;
  look: { kind: 'claim'; outcome: MarkedOutcome } | { kind: 'tagging'; colour: TagColour } | { kind: 'note' };
}

/**
 * The spans to paint, in text order. Only anchors that stand exactly where they were made are painted: one whose
 * text has changed is for a person to confirm, never to be shown in a place that is merely likely.
 */
export function annotatedSpans(project: Project, key: StoryKey, story: Story): AnnotatedSpan[] {
  const spans: AnnotatedSpan[] = [];
  const add = (anchor: Anchor | null, span: Omit<AnnotatedSpan, 'start' | 'end'>) => {
    if (!anchor) return;
    const found = resolve(anchor, story);
    if (found.kind === 'exact') spans.push({ ...span, start: found.anchor.start, end: found.anchor.end });
  };
  const ids = annotationsOf(project, key);
  for (const id of ids.claims) {
    const claim = project.claims.get(id);
    if (!claim) continue;
    const outcome = findRating(project.scale, claim.ratingId)?.outcome ?? 'unrated';
    claim.anchors.forEach((anchor, part) => {
      add(anchor, { ref: { kind: 'claim', id }, part, look: { kind: 'claim', outcome } });
    });
  }
  for (const id of ids.taggings) {
    const tagging = project.taggings.get(id);
    const tag = tagging && project.tags.get(tagging.tagId);
    if (tag)
      add(tagging.anchor, {
        ref: { kind: 'tagging', id },
        part: null,
        look: { kind: 'tagging', colour: tag.colour },
      });
  }
  for (const id of ids.notes) {
    const note = project.notes.get(id);
    if (!note) continue;
    add(note.original, { ref: { kind: 'note', id }, part: 'original', look: { kind: 'note' } });
    add(note.translation, { ref: { kind: 'note', id }, part: 'translation', look: { kind: 'note' } });
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

export function sameRef(a: AnnotationRef | null, b: AnnotationRef | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id;
}

/**
 * What a click chooses among annotations that overlap: the shortest first, then, click by click, the longer ones
 * around it, and the shortest again.
 */
export function nextUnderPointer(
  under: readonly AnnotatedSpan[],
  selected: AnnotationRef | null,
): AnnotationRef | null {
  const refs = [...under]
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map((span) => span.ref)
    .filter((ref, index, all) => all.findIndex((other) => sameRef(other, ref)) === index);
  if (refs.length === 0) return null;
  const at = refs.findIndex((ref) => sameRef(ref, selected));
  return refs[(at + 1) % refs.length] ?? null;
}

/** The annotation before or after a place in the text, going round at the ends. */
export function neighbour(
  spans: readonly AnnotatedSpan[],
  selected: AnnotationRef | null,
  by: 1 | -1,
): AnnotationRef | null {
  const refs = spans
    .map((span) => span.ref)
    .filter((ref, index, all) => all.findIndex((other) => sameRef(other, ref)) === index);
  if (refs.length === 0) return null;
  const at = refs.findIndex((ref) => sameRef(ref, selected));
  if (at < 0) return (by > 0 ? refs[0] : refs.at(-1)) ?? null;
  return refs[(at + by + refs.length) % refs.length] ?? null;
}
