import type { TmxUnit } from '../../exports/tmx.ts';
import type { Project } from '../../project.ts';
import type { ImportPlan, PlannedEntry } from './plan.ts';

/**
 * What the import of a translation memory would do. A unit of a translation note brings its suggested wording back to
 * that note. A pair of sentences has no place in a project, which pairs the sentences of its stories itself: it is refused.
 */
export function planMemory(units: readonly TmxUnit[], project: Project): ImportPlan {
  const entries = units.map(({ id: unitId, kind, storyKey, original, translation }): PlannedEntry => {
    const id = unitId.slice(`${storyKey}#n`.length);
    const base = {
      ...{
        what: 'note' as const,
        id,
        storyKey: null,
        lead: '',
        words: translation.text,
        quote: original.text,
      },
      ...{ reason: null, around: null, lost: [], differences: [], commands: [], edits: [] },
    };
    if (kind === 'pair') return { ...base, kind: 'refused', reason: 'pair-without-place' };
    const note = project.notes.get(id);
    if (!note) return { ...base, kind: 'refused', reason: 'note-unknown' };
    const known = {
      ...base,
      storyKey: note.storyKey,
      lead: project.stories.get(note.storyKey)?.lead ?? '',
    };
    const mine = note.suggestion.trim() || (note.translation?.quote.trim() ?? '');
    const theirs = translation.text;
    if (theirs === '' || theirs === mine) return { ...known, kind: 'matched' };
    return {
      ...known,
      kind: 'differs',
      differences: [{ field: 'suggestion', mine: note.suggestion, theirs }],
      edits: [{ type: 'note.edit', noteId: id, changes: { suggestion: theirs } }],
    };
  });
  const stories = { found: 0, added: 0, missing: 0 };
  return { entries, first: [], stories, tags: 0, unknownRatings: [] };
}
