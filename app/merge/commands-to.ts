import { apply } from '../apply.ts';
import type { Command, SingleCommand } from '../commands.ts';
import type { DumpRef } from '../dump-ref.ts';
import { UratoriError } from '../problem.ts';
import { type Project, type ProjectData, toData } from '../project.ts';
import { isSame } from '../project-diff.ts';
import { storyKey } from '../story.ts';
import type { Tag } from '../tag.ts';

/**
 * What makes one project of another: commands in an order in which each can be carried out. What has changed in more
 * than an edit can say is taken out and put in again whole.
 */
export function commandsTo(from: Project, wanted: ProjectData): Command[] {
  const steps = new Steps(from);
  const before = toData(from);
  settings(steps, before, wanted);
  for (const { record, old } of changes(before.dumps, wanted.dumps, ({ id }) => id)) {
    if (!old) steps.do({ type: 'dump.add', dump: record });
    else {
      const fields = (Object.keys(record) as (keyof DumpRef)[]).filter(
        (name) => !isSame(record[name], old[name]),
      );
      const changes = Object.fromEntries(fields.map((name) => [name, record[name]]));
      steps.do({ type: 'dump.edit', dumpId: record.id, changes });
    }
  }
  for (const { record, old, key } of changes(before.stories, wanted.stories, keyOf)) {
    if (old) steps.do({ type: 'story.move', storyKey: key, story: record });
    else steps.do({ type: 'story.add', story: record });
  }
  scale(steps, wanted);
  const now = toData(steps.project);
  const claims = parts(now.claims, wanted.claims, [
    'wording',
    'claimant',
    'ratingId',
    'rationale',
    'anchors',
  ]);
  const taggings = parts(now.taggings, wanted.taggings, ['anchor', 'memo', 'tagId']);
  const notes = parts(now.notes, wanted.notes, ['kind', 'original', 'translation', 'comment', 'suggestion']);
  const judgements = parts(now.judgements, wanted.judgements, [
    'fidelity',
    'comment',
    'original',
    'translation',
    'by',
    'at',
  ]);
  const glossary = parts(now.glossary, wanted.glossary, ['target', 'variants', 'note']);
  const filters = parts(now.filters, wanted.filters, ['name', 'filter', 'sort']);
  const queues = parts(now.queues, wanted.queues, ['name', 'queue']);
  const findings = parts(now.dismissedFindings, wanted.dismissedFindings, []);
  const differences = parts(now.settledDifferences, wanted.settledDifferences, []);

  for (const { id } of claims.gone) steps.do({ type: 'claim.remove', claimId: id });
  for (const { id } of taggings.gone) steps.do({ type: 'tagging.remove', taggingId: id });
  for (const { id } of notes.gone) steps.do({ type: 'note.remove', noteId: id });
  for (const { id } of judgements.gone) steps.do({ type: 'judgement.remove', judgementId: id });
  for (const { id } of glossary.gone) steps.do({ type: 'glossary.remove', entryId: id });
  for (const { id } of filters.gone) steps.do({ type: 'filter.remove', filterId: id });
  for (const { id } of queues.gone) steps.do({ type: 'queue.remove', queueId: id });
  for (const { id } of findings.gone) steps.do({ type: 'finding.restore', findingId: id });
  for (const { id } of differences.gone) steps.do({ type: 'difference.reopen', differenceId: id });

  // A use may leave a tag that goes, or take one that comes.
  codebook(steps, wanted.tags, () => {
    for (const { id, changes: said } of taggings.edited)
      steps.do({ type: 'tagging.edit', taggingId: id, changes: said });
    for (const tagging of taggings.made) steps.do({ type: 'tagging.add', tagging });
  });
  for (const claim of claims.made) steps.do({ type: 'claim.add', claim });
  for (const { id, changes: said } of claims.edited)
    steps.do({ type: 'claim.edit', claimId: id, changes: said });
  for (const note of notes.made) steps.do({ type: 'note.add', note });
  for (const { id, changes: said } of notes.edited)
    steps.do({ type: 'note.edit', noteId: id, changes: said });
  for (const judgement of judgements.made) steps.do({ type: 'judgement.add', judgement });
  for (const { id, changes: said } of judgements.edited)
    steps.do({ type: 'judgement.edit', judgementId: id, changes: said });
  for (const { id, changes: said } of glossary.edited)
    steps.do({ type: 'glossary.edit', entryId: id, changes: said });
  for (const entry of glossary.made) steps.do({ type: 'glossary.add', entry });
  for (const filter of filters.made) steps.do({ type: 'filter.add', filter });
  for (const { id, changes: said } of filters.edited)
    steps.do({ type: 'filter.edit', filterId: id, changes: said });
  for (const queue of queues.made) steps.do({ type: 'queue.add', queue });
  for (const { id, changes: said } of queues.edited)
    steps.do({ type: 'queue.edit', queueId: id, changes: said });
  for (const finding of findings.made) steps.do({ type: 'finding.dismiss', finding });
  for (const difference of differences.made) steps.do({ type: 'difference.settle', difference });
  ofStories(steps, now, wanted);

  for (const key of missing(now.stories, wanted.stories, keyOf))
    steps.do({ type: 'story.remove', storyKey: key });
  for (const id of missing(now.dumps, wanted.dumps, ({ id: name }) => name))
    steps.do({ type: 'dump.remove', dumpId: id });
  return steps.commands;
}

/** Carries each command out as it is found, so that the next one is known to fit. */
class Steps {
  project: Project;
  commands: Command[] = [];

  constructor(project: Project) {
    this.project = project;
  }

  do(command: SingleCommand): void {
    this.project = apply(this.project, command).project;
    this.commands.push(command);
  }

  /** All of it, or nothing where a command is refused. */
  attempt(work: () => void): boolean {
    const { project, commands } = this;
    this.commands = [...commands];
    try {
      work();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof UratoriError)) throw thrown;
      this.project = project;
      this.commands = commands;
      return false;
    }
  }
}

function settings(steps: Steps, before: ProjectData, wanted: ProjectData): void {
  if (before.title !== wanted.title) steps.do({ type: 'project.rename', title: wanted.title });
  if (!isSame(before.signOffRules, wanted.signOffRules))
    steps.do({ type: 'rules.change', changes: wanted.signOffRules });
  for (const check of exclusive(before.checksOff, wanted.checksOff))
    steps.do({ type: 'check.switch', check, on: !wanted.checksOff.includes(check) });
  for (const ruleId of exclusive(before.suggestionRulesOff, wanted.suggestionRulesOff))
    steps.do({ type: 'suggestion.switchRule', ruleId, on: !wanted.suggestionRulesOff.includes(ruleId) });
}

/** Each claim gets the rating that it is to have, or any, where it goes anyway. */
function scale(steps: Steps, wanted: ProjectData): void {
  if (isSame(steps.project.scale, wanted.scale)) return;
  const ratings = new Map(wanted.claims.map(({ id, ratingId }) => [id, ratingId]));
  const any = wanted.scale.ratings[0]?.id ?? '';
  steps.do({
    type: 'scale.change',
    scale: wanted.scale,
    mapping: {},
    ratings: Object.fromEntries(
      [...steps.project.claims.values()]
        .filter(({ ratingId }) => ratingId !== null)
        .map(({ id }) => [id, ratings.get(id) ?? any]),
    ),
  });
}

/**
 * The tags as they are to be. Renaming and moving one after the other may meet a name that another one has for a
 * moment; then all that change place step aside first.
 * @param uses brings the uses to where they are to be, once every tag is there
 */
function codebook(steps: Steps, wanted: readonly Tag[], uses: () => void): void {
  const before = [...steps.project.tags.values()];
  const changed = changes(before, wanted, ({ id }) => id);
  const gone = missing(before, wanted, ({ id }) => id);
  const edit = (tag: Tag) => {
    const { id, ...rest } = tag;
    const old = steps.project.tags.get(id) as Tag;
    const said = Object.fromEntries(
      Object.entries(rest).filter(([field, value]) => !isSame(value, old[field as keyof Tag])),
    );
    if (Object.keys(said).length > 0) steps.do({ type: 'tag.edit', tagId: id, changes: said });
  };
  const work = (aside: boolean) => () => {
    if (aside) {
      const moving = [
        ...changed.flatMap(({ old }) => old ?? []),
        ...before.filter(({ id }) => gone.includes(id)),
      ];
      for (const { id } of moving)
        steps.do({
          type: 'tag.edit',
          tagId: id,
          changes: { name: freeName(steps.project, id), parentId: null, shortcut: '' },
        });
    }
    for (const tag of topDown(
      changed.filter(({ old }) => !old).map(({ record }) => record),
      steps.project,
    ))
      steps.do({ type: 'tag.add', tag });
    for (const { record, old } of changed) if (old) edit(record);
    uses();
    for (const id of gone) steps.do({ type: 'tag.remove', tagId: id });
  };
  if (!steps.attempt(work(false))) work(true)();
}

function freeName(project: Project, id: string): string {
  const taken = new Set([...project.tags.values()].map(({ name }) => name));
  let name = `~${id.replace(/\s/gu, '_')}`;
  while (taken.has(name)) name += '~';
  return name;
}

/** New tags so that each comes after the one above it. */
function topDown(tags: readonly Tag[], project: Project): Tag[] {
  const result: Tag[] = [];
  let left = [...tags];
  const isThere = (id: string | null) =>
    id === null || project.tags.has(id) || result.some((tag) => tag.id === id);
  while (left.length > 0) {
    const ready = left.filter(({ parentId }) => isThere(parentId));
    if (ready.length === 0) break;
    result.push(...ready);
    left = left.filter((tag) => !ready.includes(tag));
  }
  return [...result, ...left];
}

/** What a story has one of. */
function ofStories(steps: Steps, now: ProjectData, wanted: ProjectData): void {
  const nameOf = ({ storyKey: key }: { storyKey: string }) => key;
  for (const key of missing(now.alignments, wanted.alignments, nameOf))
    steps.do({ type: 'alignment.set', storyKey: key, alignment: null });
  for (const { key, record } of changes(now.alignments, wanted.alignments, nameOf))
    steps.do({ type: 'alignment.set', storyKey: key, alignment: record });
  for (const key of missing(now.reviews, wanted.reviews, nameOf))
    steps.do({ type: 'review.set', storyKey: key, review: null });
  for (const { key, record } of changes(now.reviews, wanted.reviews, nameOf))
    steps.do({ type: 'review.set', storyKey: key, review: record });
  for (const key of missing(now.storyNotes, wanted.storyNotes, nameOf))
    steps.do({ type: 'storyNote.set', storyKey: key, note: null });
  for (const { key, record } of changes(now.storyNotes, wanted.storyNotes, nameOf))
    steps.do({ type: 'storyNote.set', storyKey: key, note: record });

  const sentencesOf = (data: ProjectData) =>
    data.dismissedSuggestions.flatMap(({ storyKey: key, sentences }) =>
      sentences.map((dismissal) => ({ key, dismissal })),
    );
  const name = ({ key, dismissal }: ReturnType<typeof sentencesOf>[number]) =>
    JSON.stringify([key, dismissal.id]);
  const [old, next] = [sentencesOf(now), sentencesOf(wanted)];
  const changed = changes(old, next, name);
  for (const entry of old) {
    const goes =
      !next.some((each) => name(each) === name(entry)) || changed.some(({ key }) => key === name(entry));
    if (goes) steps.do({ type: 'suggestion.restore', storyKey: entry.key, dismissalId: entry.dismissal.id });
  }
  for (const { record } of changed)
    steps.do({ type: 'suggestion.dismiss', storyKey: record.key, dismissal: record.dismissal });
}

interface Parts<T> {
  /** To be taken out: not wanted any more, or to be made anew. */
  gone: T[];
  made: T[];
  edited: { id: string; changes: Partial<T> }[];
}

/** @param editable fields that an edit can change; where others differ too, the record is made anew */
function parts<T extends { id: string }>(
  now: readonly T[],
  wanted: readonly T[],
  editable: (keyof T)[],
): Parts<T> {
  const result: Parts<T> = { gone: [], made: [], edited: [] };
  const ids = new Set(wanted.map(({ id }) => id));
  result.gone.push(...now.filter(({ id }) => !ids.has(id)));
  for (const { record, old } of changes(now, wanted, ({ id }) => id)) {
    if (!old) {
      result.made.push(record);
      continue;
    }
    const fields = [...new Set([...Object.keys(old), ...Object.keys(record)])] as (keyof T)[];
    const different = fields.filter((field) => !isSame(old[field], record[field]));
    if (different.every((field) => editable.includes(field))) {
      const said = Object.fromEntries(different.map((field) => [field, record[field]])) as Partial<T>;
      result.edited.push({ id: record.id, changes: said });
    } else {
      result.gone.push(old);
      result.made.push(record);
    }
  }
  return result;
}

function changes<T>(
  now: readonly T[],
  wanted: readonly T[],
  nameOf: (record: T) => string,
): { key: string; record: T; old: T | null }[] {
  const before = new Map(now.map((record) => [nameOf(record), record]));
  return wanted.flatMap((record) => {
    const key = nameOf(record);
    const old = before.get(key) ?? null;
    return isSame(old, record) ? [] : [{ key, record, old }];
  });
}

function missing<T>(now: readonly T[], wanted: readonly T[], nameOf: (record: T) => string): string[] {
  const names = new Set(wanted.map(nameOf));
  return now.map(nameOf).filter((name) => !names.has(name));
}

function exclusive<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...a.filter((word) => !b.includes(word)), ...b.filter((word) => !a.includes(word))];
}

function keyOf({ dumpId, storyId }: { dumpId: string; storyId: string }): string {
  return storyKey(dumpId, storyId);
}
