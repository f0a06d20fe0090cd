import type { Appliers } from './applied.ts';
import { before, given } from './changes.ts';
import { known, mustBeNew, refuse } from './checks.ts';
import { indexed } from './story-index.ts';

export const notes: Appliers<'note.add' | 'note.edit' | 'note.remove'> = {
  'note.add'(project, command) {
    const { note } = command;
    mustBeNew(project.notes.has(note.id), 'note', note.id);
    known(project.stories.get(note.storyKey), 'story', note.storyKey);
    return {
      project: indexed(
        { ...project, notes: project.notes.set(note.id, note) },
        note.storyKey,
        'notes',
        note.id,
        true,
      ),
      inverse: { type: 'note.remove', noteId: note.id },
    };
  },

  'note.edit'(project, command) {
    const note = known(project.notes.get(command.noteId), 'note', command.noteId);
    const edited = { ...note, ...given(command.changes) };
    if (!edited.original && !edited.translation) refuse('note_without_anchor', note.id);
    return {
      project: { ...project, notes: project.notes.set(note.id, edited) },
      inverse: { type: 'note.edit', noteId: note.id, changes: before(note, command.changes) },
    };
  },

  'note.remove'(project, command) {
    const note = known(project.notes.get(command.noteId), 'note', command.noteId);
    return {
      project: indexed(
        { ...project, notes: project.notes.delete(note.id) },
        note.storyKey,
        'notes',
        note.id,
        false,
      ),
      inverse: { type: 'note.add', note },
    };
  },
};
