import { annotationsOf } from '../../project.ts';
import { fromPlainText } from '../../rich-text.ts';
import type { SetNote } from '../annotation-set.ts';
import { has, isSameMaker, noteDifferences } from './compare.ts';
import { spots } from './ids.ts';
import type { PlannedEntry } from './plan.ts';
import { madeBy } from './records.ts';
import type { StoryImport } from './story-import.ts';

/** What becomes of a translation note. */
export function planNote(work: StoryImport, theirs: SetNote): PlannedEntry {
  const { project, options, holder } = work.shared;
  const sides = [theirs.original, theirs.translation];
  const places = work.placesOf(sides.filter((span) => span !== null));
  const left = [...places.anchors];
  const [original = null, translation = null] = sides.map((span) => (span ? (left.shift() ?? null) : null));
  const { kind, comment, suggestion } = theirs;
  const named = holder.idOf('note', theirs.id, work.key, [
    ...spots([original, translation].filter((anchor) => anchor !== null)),
    ...[kind, comment, suggestion, theirs.by],
  ]);
  const base = {
    what: 'note' as const,
    words: suggestion || comment,
    quote: sides.flatMap((span) => span?.quote ?? []).join(' → '),
  };
  const content = { kind, original, translation, comment, suggestion };
  const twin = named.existing
    ? named.id
    : holder.twinOf('note', annotationsOf(project, work.key).notes, (id) => {
        const mine = project.notes.get(id);
        return (
          mine !== undefined &&
          (original ?? translation) !== null &&
          isSameMaker(mine, theirs) &&
          noteDifferences(mine, content, work.text).length === 0
        );
      });
  const mine = twin === null ? undefined : project.notes.get(twin);
  if (mine) {
    if (named.met) return work.entry('matched', { ...base, id: mine.id, reason: 'twice' });
    const differences = noteDifferences(mine, content, work.text);
    const changes = {
      ...(has(differences, 'kind') ? { kind } : {}),
      ...(has(differences, 'place') && original ? { original } : {}),
      ...(has(differences, 'place') && translation ? { translation } : {}),
      ...(has(differences, 'comment') ? { comment: fromPlainText(comment) } : {}),
      ...(has(differences, 'suggestion') ? { suggestion } : {}),
    };
    return work.known(mine.id, base, differences, [{ type: 'note.edit', noteId: mine.id, changes }]);
  }
  if (named.met) return work.entry('matched', { ...base, id: named.id, reason: 'twice' });
  const story = work.found;
  if (!story) return work.refusedStory(base, named.id);
  if (!original && !translation)
    return work.entry('refused', { ...base, id: named.id, reason: places.reason ?? 'no-place' });
  const note = {
    ...{ id: named.id, storyKey: story.key, kind, original, translation },
    ...{ comment: fromPlainText(comment), suggestion },
    ...madeBy(theirs, options),
  };
  return work.entry(places.moved ? 'moved' : 'added', {
    ...base,
    id: named.id,
    reason: places.reason,
    around: original ?? translation,
    lost: places.lost,
    commands: [{ type: 'note.add', note }],
  });
}
