import type { Anchor } from '../anchor.ts';
import type { Claim } from '../claim.ts';
import { annotationsOf, type Project } from '../project.ts';
import { findRating, type Rating } from '../rating-scale.ts';
import type { Review } from '../review.ts';
import type { StoryNote } from '../story-note.ts';
import type { Tagging } from '../tag.ts';
import { inReadingOrder, type Judgement } from '../translation/judgement.ts';
import type { TranslationNote } from '../translation-note.ts';
import { isPlaced, type Place, placeOf } from './place.ts';
import type { ReportStory } from './report.ts';
import { type Verdict, verdictOf } from './summary.ts';

export interface PlacedAnchor {
  /** As the project has it. */
  anchor: Anchor;
  place: Place;
}

/** Numbers count from 1 in every story, apart for claims, tags and notes, in the order in which they stand in its text. */
export interface NumberedClaim {
  number: number;
  claim: Claim;
  rating: Rating | null;
  verdict: Verdict;
  anchors: PlacedAnchor[];
}
export interface NumberedTagging {
  number: number;
  tagging: Tagging;
  /** null: the tag is on the whole story. */
  anchor: PlacedAnchor | null;
}
export interface NumberedJudgement {
  number: number;
  judgement: Judgement;
  original: PlacedAnchor | null;
  translation: PlacedAnchor | null;
}
export interface NumberedNote {
  number: number;
  note: TranslationNote;
  original: PlacedAnchor | null;
  translation: PlacedAnchor | null;
}

/** The annotations of one story, each with its number and with its place in the text of the report. */
export interface Marks {
  claims: NumberedClaim[];
  taggings: NumberedTagging[];
  notes: NumberedNote[];
  /** In the order of the original. */
  judgements: NumberedJudgement[];
  review: Review | null;
  storyNote: StoryNote | null;
}

/** @throws UratoriError `export-quote-mismatch` */
export function marksOf(project: Project, { key, story }: ReportStory): Marks {
  const ids = annotationsOf(project, key);
  const placed = (anchor: Anchor): PlacedAnchor => ({ anchor, place: placeOf(anchor, story) });
  const orNull = (anchor: Anchor | null) => (anchor ? placed(anchor) : null);

  const claims = found(ids.claims, project.claims).map((claim) => {
    const rating = findRating(project.scale, claim.ratingId);
    return { claim, rating, verdict: verdictOf(rating), anchors: claim.anchors.map(placed) };
  });
  const taggings = found(ids.taggings, project.taggings).map((tagging) => ({
    tagging,
    anchor: orNull(tagging.anchor),
  }));
  const notes = found(ids.notes, project.notes).map((note) => ({
    note,
    original: orNull(note.original),
    translation: orNull(note.translation),
  }));
  return {
    claims: numbered(claims, (entry) => entry.anchors),
    taggings: numbered(taggings, (entry) => [entry.anchor]),
    notes: numbered(notes, (entry) => [entry.original, entry.translation]),
    judgements: inReadingOrder(found(ids.judgements, project.judgements)).map((judgement, index) => ({
      number: index + 1,
      judgement,
      original: orNull(judgement.original),
      translation: orNull(judgement.translation),
    })),
    review: project.reviews.get(key) ?? null,
    storyNote: project.storyNotes.get(key) ?? null,
  };
}

/** In the order of the text; what has no place in it comes last, by where it stood. Ids are in ascending order before. */
function numbered<T>(
  entries: T[],
  anchors: (entry: T) => (PlacedAnchor | null)[],
): (T & { number: number })[] {
  const keyOf = (entry: T) => {
    const all = anchors(entry).filter((anchor) => anchor !== null);
    const starts = all.flatMap(({ place }) => (isPlaced(place) ? [place.start] : []));
    return starts.length > 0
      ? { group: 0, start: Math.min(...starts) }
      : { group: 1, start: Math.min(...all.map(({ anchor }) => anchor.start)) };
  };
  return entries
    .map((entry) => ({ entry, order: keyOf(entry) }))
    .sort((a, b) => a.order.group - b.order.group || compare(a.order.start, b.order.start))
    .map(({ entry }, index) => ({ ...entry, number: index + 1 }));
}

/** Not by difference: an annotation without any anchor stands at infinity, and infinity less itself is no number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function found<T>(ids: readonly string[], table: { get(id: string): T | undefined }): T[] {
  return ids.flatMap((id) => table.get(id) ?? []);
}
