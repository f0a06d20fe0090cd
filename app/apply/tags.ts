import type { Command, CommandOf } from '../commands.ts';
import { UratoriError } from '../problem.ts';
import type { Project } from '../project.ts';
import type { Tag } from '../tag.ts';
import type { Applied, Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew, refuse } from './checks.ts';
import { taggings } from './taggings.ts';

export const tags: Appliers<'tag.add' | 'tag.edit' | 'tag.remove'> = {
  'tag.add'(project, command) {
    mustBeNew(project.tags.has(command.tag.id), 'tag', command.tag.id);
    mustFit(project, command.tag);
    return {
      project: { ...project, tags: project.tags.set(command.tag.id, command.tag) },
      inverse: { type: 'tag.remove', tagId: command.tag.id },
    };
  },

  'tag.edit'(project, command) {
    const tag = known(project.tags.get(command.tagId), 'tag', command.tagId);
    const edited = { ...tag, ...given(command.changes) };
    mustFit(project, edited);
    return {
      project: { ...project, tags: project.tags.set(tag.id, edited) },
      inverse: { type: 'tag.edit', tagId: tag.id, changes: before(tag, command.changes) },
    };
  },

  'tag.remove': (project, { tagId }) => removeTag(project, tagId),
};

function removeTag(project: Project, tagId: string): Applied {
  const tag = known(project.tags.get(tagId), 'tag', tagId);
  const children = [...project.tags.values()].filter((child) => child.parentId === tagId);
  const uses = [...project.taggings.values()].filter((tagging) => tagging.tagId === tagId);
  // A child of the same name moves up beside the tag for a moment, so the tag makes way.
  const hasNamesake = children.some((child) => foldName(child.name) === foldName(tag.name));
  // Undone in the opposite order: first the tag, then what hung on it.
  let cleared = project;
  const restoring: Command[] = [];
  const step = (applied: Applied) => {
    cleared = applied.project;
    restoring.unshift(applied.inverse);
  };
  const edit = (id: string, changes: CommandOf<'tag.edit'>['changes']) =>
    step(tags['tag.edit'](cleared, { type: 'tag.edit', tagId: id, changes }));
  for (const { id } of uses)
    step(taggings['tagging.remove'](cleared, { type: 'tagging.remove', taggingId: id }));
  if (hasNamesake) edit(tagId, { name: freeName(project, tag) });
  for (const child of children) edit(child.id, { parentId: tag.parentId });
  const last = known(cleared.tags.get(tagId), 'tag', tagId);
  return {
    project: { ...cleared, tags: cleared.tags.delete(tagId) },
    inverse: { type: 'batch', commands: [{ type: 'tag.add', tag: last }, ...restoring] },
  };
}

/** A name that no tag beside this one has, nor one below it. */
function freeName(project: Project, tag: Tag): string {
  const taken = new Set(project.tags.valueSeq().map((other) => foldName(other.name)));
  let name = tag.name;
  while (taken.has(foldName(name))) name += '′';
  return name;
}

/** A tag's name is told apart from its siblings', no tag is above itself, and no two have the same keys. */
function mustFit(project: Project, tag: Tag): void {
  if (tag.parentId !== null) known(project.tags.get(tag.parentId), 'tag', tag.parentId);
  for (let above = tag.parentId; above !== null; above = project.tags.get(above)?.parentId ?? null) {
    if (above === tag.id) refuse('tag_above_itself', tag.name);
  }
  const name = foldName(tag.name);
  const twin = project.tags.find(
    (other) => other.id !== tag.id && other.parentId === tag.parentId && foldName(other.name) === name,
  );
  if (twin) throw new UratoriError('command-duplicate', { what: 'tag', name: twin.name });
  if (tag.shortcut === '') return;
  const rival = project.tags.find((other) => other.id !== tag.id && other.shortcut === tag.shortcut);
  if (rival) refuse('tag_shortcut_taken', rival.name);
}

export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
