import type { Anchor } from '../../../app/anchor.ts';
import type { Command } from '../../../app/commands.ts';
import type { ReanchoredPart, ReanchoredStory } from '../../../app/contract.ts';
import type { Project } from '../../../app/project.ts';
import { storyKey } from '../../../app/story.ts';

/** A place in the changed text that a person confirmed for a part. */
export interface Placement {
  part: ReanchoredPart;
  anchor: Anchor;
}

interface SideChanges {
  original?: Anchor;
  translation?: Anchor;
}

/** The anchor that the project has for a part now; null where the annotation is gone or was anchored anew meanwhile. */
export function currentAnchor(project: Project, part: ReanchoredPart): Anchor | null {
  const anchor = anchorOf(project, part);
  return anchor?.quote === part.quote ? anchor : null;
}

export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return (
    a.segment === b.segment &&
    a.start === b.start &&
    a.quote === b.quote &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix
  );
}

function anchorOf(project: Project, { kind, id, claimId, part }: ReanchoredPart): Anchor | null {
  switch (kind) {
    case 'claim':
      return (typeof part === 'number' && project.claims.get(id)?.anchors[part]) || null;
    case 'tagging':
      return project.taggings.get(id)?.anchor ?? null;
    case 'note':
      return (typeof part === 'string' && project.notes.get(id)?.[part]) || null;
    case 'judgement':
      return (typeof part === 'string' && project.judgements.get(id)?.[part]) || null;
    case 'evidence':
      return evidenceOf(project, claimId, id)?.story?.anchor ?? null;
    default:
      return assertNever(kind);
  }
}

function evidenceOf(project: Project, claimId: string | undefined, id: string) {
  return project.claims.get(claimId ?? '')?.evidence.find((entry) => entry.id === id);
}

/** The parts that were found without a doubt, with the surroundings that they have now. */
export function exactPlacements({ parts }: ReanchoredStory): Placement[] {
  return parts.flatMap((part) =>
    part.resolution.kind === 'exact' ? [{ part, anchor: part.resolution.anchor }] : [],
  );
}

export function movedPlacements({ parts }: ReanchoredStory): Placement[] {
  return parts.flatMap((part) =>
    part.resolution.kind === 'moved' ? [{ part, anchor: part.resolution.anchor }] : [],
  );
}

/**
 * One undoable change that takes a story to where it was found and its confirmed parts to their places; parts
 * that nobody confirmed keep their old anchors. null where the project is there already.
 */
export function placementCommand(
  project: Project,
  story: ReanchoredStory,
  confirmed: readonly Placement[],
): Command | null {
  const commands: Command[] = [];
  const stored = project.stories.get(story.storyKey);
  if (story.found && stored && JSON.stringify(stored) !== JSON.stringify(story.found))
    commands.push({ type: 'story.move', storyKey: story.storyKey, story: story.found });

  const key = story.found ? storyKey(story.found.dumpId, story.found.storyId) : story.storyKey;
  const claimAnchors = new Map<string, Anchor[]>();
  const sides = { note: new Map<string, SideChanges>(), judgement: new Map<string, SideChanges>() };
  for (const { part, anchor } of confirmed) {
    const now = currentAnchor(project, part);
    if (now === null || sameAnchor(now, anchor)) continue;
    if (part.kind === 'evidence' && part.claimId !== undefined) {
      const changes = { story: { storyKey: key, anchor } };
      commands.push({ type: 'evidence.edit', claimId: part.claimId, evidenceId: part.id, changes });
    } else if (part.kind === 'tagging') {
      commands.push({ type: 'tagging.edit', taggingId: part.id, changes: { anchor } });
    } else if ((part.kind === 'note' || part.kind === 'judgement') && typeof part.part === 'string') {
      const changes = sides[part.kind];
      changes.set(part.id, { ...changes.get(part.id), [part.part]: anchor });
    } else if (part.kind === 'claim' && typeof part.part === 'number') {
      const anchors = claimAnchors.get(part.id) ?? project.claims.get(part.id)?.anchors ?? [];
      claimAnchors.set(part.id, anchors.with(part.part, anchor));
    }
  }
  for (const [claimId, anchors] of claimAnchors)
    commands.push({ type: 'claim.edit', claimId, changes: { anchors } });
  for (const [noteId, changes] of sides.note) commands.push({ type: 'note.edit', noteId, changes });
  for (const [judgementId, changes] of sides.judgement)
    commands.push({ type: 'judgement.edit', judgementId, changes });
  return commands.length === 0 ? null : { type: 'batch', commands };
}

function assertNever(kind: never): never {
  throw new Error(`not an annotation: ${kind}`);
}
