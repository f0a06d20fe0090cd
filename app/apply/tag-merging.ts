import type { Anchor } from '../anchor.ts';
import type { Command } from '../commands.ts';
import { annotationsOf, type Project } from '../project.ts';
import type { Tag, Tagging } from '../tag.ts';
import type { Applied, Appliers } from './applied.ts';
import { known, refuse } from './checks.ts';
import { taggings } from './taggings.ts';
import { foldName, tags } from './tags.ts';

export const tagMerging: Appliers<'tag.merge' | 'tag.split'> = {
  'tag.merge'(project, { tagId, into }) {
    const tag = known(project.tags.get(tagId), 'tag', tagId);
    const target = known(project.tags.get(into), 'tag', into);
    if (tag.id === target.id || isBelow(project, target, tag)) refuse('tag_above_itself', tag.name);
    const steps = new Steps(project);
    mergeInto(steps, tag, target);
    return steps.done();
  },

  'tag.split'(project, { tagId, tag, taggingIds }) {
    known(project.tags.get(tagId), 'tag', tagId);
    const steps = new Steps(project);
    steps.take(tags['tag.add'](steps.project, { type: 'tag.add', tag }));
    for (const id of new Set(taggingIds)) {
      if (known(project.taggings.get(id), 'tagging', id).tagId === tagId)
        steps.editUse(id, { tagId: tag.id });
    }
    return steps.done();
  },
};

/** Changes one after the other, and what takes them back. */
class Steps {
  project: Project;
  readonly #inverses: Command[] = [];

  constructor(project: Project) {
    this.project = project;
  }

  take({ project, inverse }: Applied): void {
    this.project = project;
    this.#inverses.unshift(inverse);
  }

  editUse(taggingId: string, changes: { tagId?: string; memo?: string }): void {
    this.take(taggings['tagging.edit'](this.project, { type: 'tagging.edit', taggingId, changes }));
  }

  done(): Applied {
    return { project: this.project, inverse: { type: 'batch', commands: this.#inverses } };
  }
}

function mergeInto(steps: Steps, tag: Tag, target: Tag): void {
  for (const use of usesOf(steps.project, tag.id)) {
    const twin = twinOf(steps.project, use, target.id);
    if (!twin) {
      steps.editUse(use.id, { tagId: target.id });
      continue;
    }
    const memo = [twin.memo, use.memo].filter((words) => words !== '').join('\n');
    if (memo !== twin.memo) steps.editUse(twin.id, { memo });
    steps.take(taggings['tagging.remove'](steps.project, { type: 'tagging.remove', taggingId: use.id }));
  }
  const children = childrenOf(steps.project, target.id);
  for (const child of childrenOf(steps.project, tag.id)) {
    const namesake = children.find(({ name }) => foldName(name) === foldName(child.name));
    if (namesake) mergeInto(steps, child, namesake);
    else {
      const changes = { parentId: target.id };
      steps.take(tags['tag.edit'](steps.project, { type: 'tag.edit', tagId: child.id, changes }));
    }
  }
  steps.take(tags['tag.remove'](steps.project, { type: 'tag.remove', tagId: tag.id }));
}

function twinOf(project: Project, use: Tagging, tagId: string): Tagging | undefined {
  return annotationsOf(project, use.storyKey)
    .taggings.flatMap((id) => project.taggings.get(id) ?? [])
    .find((other) => other.tagId === tagId && sameSpan(other.anchor, use.anchor));
}

function sameSpan(a: Anchor | null, b: Anchor | null): boolean {
  return a === null || b === null ? a === b : a.start === b.start && a.end === b.end && a.quote === b.quote;
}

/** In an order that does not depend on how the table grew. */
function usesOf(project: Project, tagId: string): Tagging[] {
  return [...project.taggings.values()]
    .filter((use) => use.tagId === tagId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function childrenOf(project: Project, tagId: string): Tag[] {
  return [...project.tags.values()]
    .filter((child) => child.parentId === tagId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isBelow(project: Project, tag: Tag, above: Tag): boolean {
  for (let id = tag.parentId; id !== null; id = project.tags.get(id)?.parentId ?? null)
    if (id === above.id) return true;
  return false;
}
