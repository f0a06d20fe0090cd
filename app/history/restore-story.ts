import { foldName } from '../apply/tags.ts';
import { storiesCitedBy } from '../citations.ts';
import type { Claim } from '../claim.ts';
import type { Command } from '../commands.ts';
import type { Evidence } from '../evidence.ts';
import { UratoriError } from '../problem.ts';
import { annotationsOf, type Project } from '../project.ts';
import { findRating } from '../rating-scale.ts';
import type { StoryKey } from '../story.ts';
import type { Dismissal } from '../suggest/dismissal.ts';
import type { Tag, Tagging } from '../tag.ts';

/**
 * What makes the annotations, the sentence pairs, the note and the review of one story those of an earlier state, and
 * leaves everything else as it is now; null where they are the same. A tag that was deleted meanwhile comes back with its uses, at the top level where
 * its parent is gone; a rating that the scale does not have any more is taken off; a story that evidence quotes and that is
 * gone comes back, and of one whose dump is gone the words stay.
 * @throws UratoriError `history-story-moved`: the dump has changed since, and the story stood under another id then
 */
export function restoreStory(now: Project, then: Project, key: StoryKey): Command | null {
  const commands: Command[] = [];
  const story = then.stories.get(key);
  if (story && !now.stories.has(key)) commands.push({ type: 'story.add', story });

  const [current, wanted] = [annotationsOf(now, key), annotationsOf(then, key)];
  for (const kind of ['claims', 'taggings', 'notes', 'judgements'] as const) {
    const moved = (ids: readonly string[], project: Project) =>
      ids.some((id) => (project[kind].get(id)?.storyKey ?? key) !== key);
    if (moved(current[kind], then) || moved(wanted[kind], now)) throw new UratoriError('history-story-moved');
  }
  const tags = tagsFor(now, then, records(wanted.taggings, then.taggings));
  const claims = differing(
    current.claims,
    wanted.claims,
    now.claims,
    changed(then.claims, (claim) => ({
      ...claim,
      ratingId: findRating(now.scale, claim.ratingId) ? claim.ratingId : null,
      evidence: claim.evidence.map((entry) => quotingToday(entry, claim, now, then)),
    })),
  );
  const taggings = differing(
    current.taggings,
    wanted.taggings,
    now.taggings,
    changed(then.taggings, (tagging) => ({
      ...tagging,
      tagId: tags.instead.get(tagging.tagId) ?? tagging.tagId,
    })),
  );
  const notes = differing(current.notes, wanted.notes, now.notes, then.notes);
  const judgements = differing(current.judgements, wanted.judgements, now.judgements, then.judgements);

  for (const cited of new Set(claims.wanted.flatMap((claim) => [...storiesCitedBy(claim)]))) {
    const ref = then.stories.get(cited);
    if (ref && cited !== key && !now.stories.has(cited)) commands.push({ type: 'story.add', story: ref });
  }
  for (const { id } of taggings.gone) commands.push({ type: 'tagging.remove', taggingId: id });
  for (const { id } of claims.gone) commands.push({ type: 'claim.remove', claimId: id });
  for (const { id } of notes.gone) commands.push({ type: 'note.remove', noteId: id });
  for (const { id } of judgements.gone) commands.push({ type: 'judgement.remove', judgementId: id });
  for (const tag of tags.missing) commands.push({ type: 'tag.add', tag });
  for (const claim of claims.wanted) commands.push({ type: 'claim.add', claim });
  for (const tagging of taggings.wanted) commands.push({ type: 'tagging.add', tagging });
  for (const note of notes.wanted) commands.push({ type: 'note.add', note });
  for (const judgement of judgements.wanted) commands.push({ type: 'judgement.add', judgement });

  const [review, earlier] = [now.reviews.get(key) ?? null, then.reviews.get(key) ?? null];
  if (!same(review, earlier)) commands.push({ type: 'review.set', storyKey: key, review: earlier });
  const [words, before] = [now.storyNotes.get(key) ?? null, then.storyNotes.get(key) ?? null];
  if (!same(words, before)) commands.push({ type: 'storyNote.set', storyKey: key, note: before });
  const [pairs, paired] = [now.alignments.get(key) ?? null, then.alignments.get(key) ?? null];
  if (!same(pairs, paired)) commands.push({ type: 'alignment.set', storyKey: key, alignment: paired });
  commands.push(...dismissals(now, then, key));
  return commands.length === 0 ? null : { type: 'batch', commands };
}

/** Evidence whose story has another id by now quotes it under that one; where the story cannot be named, its words stay. */
function quotingToday(entry: Evidence, claim: Claim, now: Project, then: Project): Evidence {
  const { story } = entry;
  if (!story || now.stories.has(story.storyKey)) return entry;
  const today = now.claims.get(claim.id)?.evidence.find(({ id }) => id === entry.id)?.story;
  if (today && same(today.anchor, story.anchor)) return { ...entry, story: today };
  if (now.dumps.has(then.stories.get(story.storyKey)?.dumpId ?? '')) return entry;
  return { ...entry, story: null, quote: entry.quote || story.anchor.quote };
}

function dismissals(now: Project, then: Project, key: StoryKey): Command[] {
  const [current, wanted] = [now, then].map(
    (project) => project.dismissedSuggestions.get(key)?.sentences ?? [],
  ) as [Dismissal[], Dismissal[]];
  const isIn = (list: Dismissal[], one: Dismissal) => list.some((other) => same(one, other));
  return [
    ...current
      .filter((one) => !isIn(wanted, one))
      .map(({ id }): Command => ({ type: 'suggestion.restore', storyKey: key, dismissalId: id })),
    ...wanted
      .filter((one) => !isIn(current, one))
      .map((dismissal): Command => ({ type: 'suggestion.dismiss', storyKey: key, dismissal })),
  ];
}

interface Lookup<T> {
  get(id: string): T | undefined;
}

function records<T>(ids: readonly string[], table: Lookup<T>): T[] {
  return ids.flatMap((id) => table.get(id) ?? []);
}

/** A table as it has to be to fit into the project of today. */
function changed<T>(table: Lookup<T>, adapted: (record: T) => T): Lookup<T> {
  return {
    get(id) {
      const record = table.get(id);
      return record === undefined ? undefined : adapted(record);
    },
  };
}

/** What has to go first, and what has to be made. One that changed is both: it is made again whole. */
function differing<T extends { id: string }>(
  current: readonly string[],
  wanted: readonly string[],
  now: Lookup<T>,
  then: Lookup<T>,
): { gone: T[]; wanted: T[] } {
  return {
    gone: records(current, now).filter((record) => !same(record, then.get(record.id))),
    wanted: records(wanted, then).filter((record) => !same(record, now.get(record.id))),
  };
}

/** Tags that are gone: to be made again, or another of the same name that stands there instead by now. */
function tagsFor(now: Project, then: Project, taggings: readonly Tagging[]) {
  const missing: Tag[] = [];
  const instead = new Map<string, string>();
  for (const id of new Set(taggings.map(({ tagId }) => tagId))) {
    const tag = now.tags.has(id) ? undefined : then.tags.get(id);
    if (!tag) continue;
    const parentId = tag.parentId !== null && now.tags.has(tag.parentId) ? tag.parentId : null;
    const known = [...now.tags.values(), ...missing];
    const twin = known.find(
      (other) => other.parentId === parentId && foldName(other.name) === foldName(tag.name),
    );
    if (twin) instead.set(id, twin.id);
    // Its key may be another tag's by now.
    else missing.push({ ...tag, parentId, shortcut: '' });
  }
  return { missing, instead };
}

/** Records are plain data, made in the same order of fields by the same schemas. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
