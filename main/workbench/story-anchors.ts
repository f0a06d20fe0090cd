import { type Anchor, type AnchoredText, resolve } from '../../app/anchor.ts';
import type { ReanchoredPart } from '../../app/contract.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';

/** One anchor of a story's annotations: `kind`, `id` and `part` say whose. */
export interface PlacedAnchor extends Pick<ReanchoredPart, 'kind' | 'id' | 'claimId' | 'part'> {
  anchor: Anchor;
}

/** Every anchor of the annotations of a story: claims, then tags, notes and judgements; then what evidence quotes of it. */
export function anchorsOf(project: Project, key: StoryKey): PlacedAnchor[] {
  const { claims, taggings, notes, judgements } = annotationsOf(project, key);
  const placed: PlacedAnchor[] = [];
  for (const id of claims) {
    const anchors = project.claims.get(id)?.anchors ?? [];
    for (const [part, anchor] of anchors.entries()) placed.push({ kind: 'claim', id, part, anchor });
  }
  for (const id of taggings) {
    const anchor = project.taggings.get(id)?.anchor;
    if (anchor) placed.push({ kind: 'tagging', id, part: null, anchor });
  }
  for (const id of notes) {
    const note = project.notes.get(id);
    if (note?.original) placed.push({ kind: 'note', id, part: 'original', anchor: note.original });
    if (note?.translation) placed.push({ kind: 'note', id, part: 'translation', anchor: note.translation });
  }
  for (const id of judgements) {
    const { original, translation } = project.judgements.get(id) ?? {};
    if (original) placed.push({ kind: 'judgement', id, part: 'original', anchor: original });
    if (translation) placed.push({ kind: 'judgement', id, part: 'translation', anchor: translation });
  }
  for (const claimId of project.citedBy.get(key) ?? []) {
    for (const { id, story } of project.claims.get(claimId)?.evidence ?? []) {
      if (story?.storyKey === key)
        placed.push({ kind: 'evidence', id, claimId, part: null, anchor: story.anchor });
    }
  }
  return placed;
}

/** Where the anchors stand in a story; all are orphans where there is no story. */
export function resolved(anchors: readonly PlacedAnchor[], story: AnchoredText | null): ReanchoredPart[] {
  return anchors.map(({ anchor, ...part }) => ({
    ...part,
    quote: anchor.quote,
    resolution: story ? resolve(anchor, story) : { kind: 'orphan' },
  }));
}

/** Nothing for a person to decide: each anchor stands where it stood. */
export function allExact(parts: readonly ReanchoredPart[]): boolean {
  return parts.every((part) => part.resolution.kind === 'exact');
}
