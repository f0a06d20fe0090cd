import { isFilled } from '../evidence.ts';
import { annotationsOf, type Project } from '../project.ts';
import { findRating, OUTCOMES, type Outcome, type Rating } from '../rating-scale.ts';
import { REVIEW_STATES, type ReviewState, stepsOf } from '../review.ts';
import type { Source, StoryKey } from '../story.ts';
import { FIDELITIES, type Fidelity } from '../translation/judgement.ts';
import { TRANSLATION_NOTE_KINDS, type TranslationNoteKind } from '../translation-note.ts';

export type Verdict = Outcome | 'unrated';
export const VERDICTS: readonly Verdict[] = [...OUTCOMES, 'unrated'];

export interface SourceCounts {
  source: Source | null;
  stories: number;
  claims: number;
  verdicts: Record<Verdict, number>;
  notes: number;
}

/** Counts over the stories of a report. */
export interface Summary {
  stories: number;
  claims: number;
  evidence: number;
  notes: number;
  taggings: number;
  verdicts: Record<Verdict, number>;
  /** Every rating of the scale in its order, used or not; what is missing to `claims` is unrated. */
  ratings: { rating: Rating; claims: number }[];
  /** Most claims first, then most stories, then by name. */
  sources: SourceCounts[];
  reviews: Record<ReviewState, number>;
  noteKinds: Record<TranslationNoteKind, number>;
  judgements: number;
  fidelities: Record<Fidelity, number>;
  /** Uses by tag id. */
  tags: Map<string, number>;
  /** Who reviewed, claimed, tagged or noted, in ascending order. */
  people: string[];
}

export function verdictOf(rating: Rating | null): Verdict {
  return rating ? rating.outcome : 'unrated';
}

export function summarise(project: Project, keys: readonly StoryKey[]): Summary {
  const summary: Summary = {
    stories: keys.length,
    claims: 0,
    evidence: 0,
    notes: 0,
    taggings: 0,
    verdicts: zeros(VERDICTS),
    ratings: project.scale.ratings.map((rating) => ({ rating, claims: 0 })),
    sources: [],
    reviews: zeros(REVIEW_STATES),
    noteKinds: zeros(TRANSLATION_NOTE_KINDS),
    judgements: 0,
    fidelities: zeros(FIDELITIES),
    tags: new Map(),
    people: [],
  };
  const ratings = new Map(summary.ratings.map((entry) => [entry.rating.id, entry]));
  const sources = new Map<string, SourceCounts>();
  const people = new Set<string>();

  for (const key of keys) {
    const counts = countsOf(sources, project.stories.get(key)?.source ?? null);
    counts.stories += 1;
    const review = project.reviews.get(key);
    summary.reviews[review?.state ?? 'unread'] += 1;
    for (const { by } of review ? stepsOf(review) : []) people.add(by);

    const annotations = annotationsOf(project, key);
    for (const id of annotations.claims) {
      const claim = project.claims.get(id);
      if (!claim) continue;
      const verdict = verdictOf(findRating(project.scale, claim.ratingId));
      const rating = ratings.get(claim.ratingId ?? '');
      if (rating) rating.claims += 1;
      summary.claims += 1;
      summary.evidence += claim.evidence.filter(isFilled).length;
      summary.verdicts[verdict] += 1;
      counts.claims += 1;
      counts.verdicts[verdict] += 1;
      people.add(claim.createdBy);
      for (const { by } of claim.verdicts) people.add(by);
    }
    for (const id of annotations.notes) {
      const note = project.notes.get(id);
      if (!note) continue;
      summary.notes += 1;
      summary.noteKinds[note.kind] += 1;
      counts.notes += 1;
      people.add(note.createdBy);
    }
    for (const id of annotations.judgements) {
      const judgement = project.judgements.get(id);
      if (!judgement) continue;
      summary.judgements += 1;
      summary.fidelities[judgement.fidelity] += 1;
      people.add(judgement.by);
    }
    for (const id of annotations.taggings) {
      const tagging = project.taggings.get(id);
      if (!tagging) continue;
      summary.taggings += 1;
      summary.tags.set(tagging.tagId, (summary.tags.get(tagging.tagId) ?? 0) + 1);
      people.add(tagging.createdBy);
    }
  }
  people.delete('');
  summary.people = [...people].sort();
  summary.sources = [...sources.values()].sort(
    (a, b) => b.claims - a.claims || b.stories - a.stories || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
  return summary;
}

function countsOf(sources: Map<string, SourceCounts>, source: Source | null): SourceCounts {
  const id = source ? JSON.stringify([source.name, source.handle]) : '';
  const known = sources.get(id);
  if (known) return known;
  const made = { source, stories: 0, claims: 0, verdicts: zeros(VERDICTS), notes: 0 };
  sources.set(id, made);
  return made;
}

function nameOf({ source }: SourceCounts): string {
  return source ? `${source.name}\n${source.handle ?? ''}` : '';
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
