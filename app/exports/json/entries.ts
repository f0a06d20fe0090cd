import type { Anchor } from '../../anchor.ts';
import type { StoryQuote } from '../../evidence.ts';
import { annotationsOf, type Project } from '../../project.ts';
import { placeOf } from '../place.ts';
import type { ReportStory } from '../report.ts';
import type { AnchorEntry, StoryEntry, StoryQuoteEntry } from './schema.ts';

/** A story with its text and everything that people said about it, every anchor checked against the text. */
export function storyEntry(project: Project, { key, ref, story }: ReportStory): StoryEntry {
  const ids = annotationsOf(project, key);
  const place = (anchor: Anchor) => anchorEntry(anchor, placeOf(anchor, story));
  const placeOrNull = (anchor: Anchor | null) => (anchor ? place(anchor) : null);
  const review = project.reviews.get(key);
  const alignment = project.alignments.get(key);
  const storyNote = project.storyNotes.get(key);
  return {
    key,
    ref,
    story,
    review: review ? without(review, 'storyKey') : null,
    storyNote: storyNote ? without(storyNote, 'storyKey') : null,
    claims: found(ids.claims, project.claims).map((claim) => ({
      ...without(claim, 'storyKey'),
      anchors: claim.anchors.map(place),
      evidence: claim.evidence.map((entry) => ({ ...entry, story: quoteEntry(entry.story) })),
    })),
    taggings: found(ids.taggings, project.taggings).map((tagging) => ({
      ...without(tagging, 'storyKey'),
      anchor: placeOrNull(tagging.anchor),
    })),
    notes: found(ids.notes, project.notes).map((note) => ({
      ...without(note, 'storyKey'),
      original: placeOrNull(note.original),
      translation: placeOrNull(note.translation),
    })),
    judgements: found(ids.judgements, project.judgements).map((judgement) => ({
      ...without(judgement, 'storyKey'),
      original: placeOrNull(judgement.original),
      translation: placeOrNull(judgement.translation),
    })),
    alignment: alignment ? without(alignment, 'storyKey') : null,
  };
}

export function anchorEntry(anchor: Anchor, place: ReturnType<typeof placeOf>): AnchorEntry {
  const { segment, start, end, ...words } = anchor;
  const stored = { segment, start, end };
  switch (place.kind) {
    case 'exact':
    case 'moved': {
      const { kind: status, ...range } = place;
      const same = range.segment === segment && range.start === start && range.end === end;
      return same ? { ...words, status, ...range } : { ...words, status, ...range, stored };
    }
    case 'ambiguous':
    case 'orphan':
    case 'unchecked':
      return { ...words, status: place.kind, stored };
    default:
      return assertNever(place);
  }
}

/** Words of another story, whose text may not be in the report: its range is stored, and never sliced with. */
function quoteEntry(quote: StoryQuote | null): StoryQuoteEntry | null {
  return quote && { storyKey: quote.storyKey, anchor: anchorEntry(quote.anchor, { kind: 'unchecked' }) };
}

/** The anchor as the project has it. */
export function anchorOf(entry: AnchorEntry): Anchor {
  const { quote, prefix, suffix } = entry;
  const range = entry.stored ?? entry;
  if (!('start' in range)) throw new Error('an anchor without a range');
  return { segment: range.segment, start: range.start, end: range.end, quote, prefix, suffix };
}

function found<T>(ids: readonly string[], table: { get(id: string): T | undefined }): T[] {
  return ids.flatMap((id) => table.get(id) ?? []);
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}

function assertNever(value: never): never {
  throw new Error(`not a place: ${JSON.stringify(value)}`);
}
