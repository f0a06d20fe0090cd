import type { Anchor } from '../../app/anchor.ts';
import type { Claim } from '../../app/claim.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';
import type { Tagging } from '../../app/tag.ts';
import { inReadingOrder, type Judgement } from '../../app/translation/judgement.ts';
import type { TranslationNote } from '../../app/translation-note.ts';

/** All that stands in the margin of one story, in the order of the text; what is about the whole story comes first. */
export interface AnnotatedStory {
  claims: Claim[];
  taggings: Tagging[];
  notes: TranslationNote[];
  judgements: Judgement[];
}

export function annotatedStory(project: Project, key: StoryKey): AnnotatedStory {
  const { claims, taggings, notes, judgements } = annotationsOf(project, key);
  return {
    claims: inTextOrder(pick(claims, project.claims), (claim) => claim.anchors),
    taggings: inTextOrder(pick(taggings, project.taggings), ({ anchor }) => (anchor ? [anchor] : [])),
    notes: inTextOrder(pick(notes, project.notes), anchorsOfNote),
    judgements: inReadingOrder(pick(judgements, project.judgements)),
  };
}

export function anchorsOfNote({ original, translation }: TranslationNote): Anchor[] {
  return [original, translation].filter((anchor) => anchor !== null);
}

/** By where the first anchor starts; of two that start together, the longer one, then the older one, comes first. */
export function inTextOrder<T extends { id: string; createdAt: string }>(
  items: readonly T[],
  anchorsOf: (item: T) => readonly Anchor[],
): T[] {
  const placed = items.map((item) => {
    const anchors = anchorsOf(item);
    const start = anchors.length > 0 ? Math.min(...anchors.map((anchor) => anchor.start)) : -1;
    const end = Math.max(
      ...anchors.filter((anchor) => anchor.start === start).map((anchor) => anchor.end),
      0,
    );
    return { item, start, end };
  });
  placed.sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      compare(a.item.createdAt, b.item.createdAt) ||
      compare(a.item.id, b.item.id),
  );
  return placed.map(({ item }) => item);
}

function pick<T>(ids: readonly string[], table: { get(id: string): T | undefined }): T[] {
  return ids.flatMap((id) => table.get(id) ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
