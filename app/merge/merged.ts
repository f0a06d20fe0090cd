import { storiesCitedBy } from '../citations.ts';
import type { ProjectData } from '../project.ts';
import { DEFAULT_SIGN_OFF_RULES, type SignOffRules } from '../sign-off-rules.ts';
import { type StoryKey, storyKey } from '../story.ts';
import type { Dismissed } from '../suggest/dismissal.ts';
import type { Tag } from '../tag.ts';
import { type Conflict, conflictOf, type FieldConflict } from './conflict.ts';
import { mergeEntries } from './entries.ts';
import { mergeFields } from './fields.ts';
import {
  emptyTally,
  type MergedList,
  type Merging,
  mergeTable,
  type RuledTable,
  type Tally,
} from './merge-table.ts';
import { mergedReviews } from './reviews.ts';
import { asCodebook } from './tag-tree.ts';

export interface MergedData {
  data: ProjectData;
  conflicts: Conflict[];
  tallies: Partial<Record<keyof ProjectData, Tally>>;
}

/** All of two projects that go by the same ids and the same scale. */
export function mergedData(
  base: ProjectData | null,
  mine: ProjectData,
  theirs: ProjectData,
  merging: Merging,
): MergedData {
  const conflicts: Conflict[] = [];
  const tallies: MergedData['tallies'] = {};
  const settledNow: string[] = [];
  const list = <K extends RuledTable>(table: K): ProjectData[K] => {
    const lists = [base?.[table] ?? null, mine[table], theirs[table]] as [
      object[] | null,
      object[],
      object[],
    ];
    const merged: MergedList<object> = mergeTable(table, ...lists, merging);
    conflicts.push(...merged.conflicts);
    settledNow.push(...merged.settled);
    tallies[table] = merged.tally;
    return merged.records as ProjectData[K];
  };

  const claims = list('claims');
  const taggings = list('taggings');
  const settings = mergedSettings(base, mine, theirs, merging);
  const data: ProjectData = {
    ...mine,
    ...settings.fields,
    scale: merging.scale,
    tags: list('tags'),
    claims,
    taggings,
    notes: list('notes'),
    judgements: list('judgements'),
    alignments: list('alignments'),
    storyNotes: list('storyNotes'),
    filters: list('filters'),
    queues: list('queues'),
    glossary: list('glossary'),
    dismissedFindings: list('dismissedFindings'),
    settledDifferences: list('settledDifferences'),
    reviews: mergedReviews(base, mine, theirs, claims, merging.signature),
    dismissedSuggestions: mergedDismissals(base, mine, theirs),
  };
  conflicts.push(...settings.conflicts);
  settledNow.push(...settings.settled);
  tallies.reviews = reviewTally(mine, theirs);

  const codebook = mergedTags(base, mine, theirs, data);
  data.tags = codebook.tags;
  // One that I removed and that their uses bring back is there: that is no question any more.
  const back = new Set(codebook.tags.map(({ id }) => `tags/${id}`));
  const open = conflicts.filter(({ id, kind }) => kind !== 'removed-here' || !back.has(id));
  if (tallies.tags) tallies.tags.conflicts -= conflicts.length - open.length;
  for (const conflict of codebook.conflicts) {
    if (merging.settled.has(conflict.fingerprint)) continue;
    if (merging.decisions.get(conflict.id)) settledNow.push(conflict.fingerprint);
    else {
      const same = open.find(({ id }) => id === conflict.id);
      if (same) same.fields.push(...conflict.fields);
      else open.push(conflict);
    }
  }
  Object.assign(data, mergedPlaces(base, mine, theirs, data));
  tallies.stories = namesTally(mine.stories.map(keyOf), theirs.stories.map(keyOf));

  const { at, by } = merging.signature;
  const settled = new Map(data.settledDifferences.map((each) => [each.id, each]));
  for (const id of settledNow) if (!settled.has(id)) settled.set(id, { id, at, by });
  data.settledDifferences = [...settled.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { data, conflicts: open, tallies };
}

/** Title, rules of signing off, and what is switched off. */
function mergedSettings(
  base: ProjectData | null,
  mine: ProjectData,
  theirs: ProjectData,
  { decisions, settled }: Merging,
) {
  type Settings = Pick<ProjectData, 'title'> & SignOffRules;
  // A project that was made apart has a name of its own, which says nothing about this one's.
  const of = (data: ProjectData): Settings => ({
    title: base ? data.title : mine.title,
    ...data.signOffRules,
  });
  const before = base ? of(base) : { title: mine.title, ...DEFAULT_SIGN_OFF_RULES };
  const { conflicts } = mergeFields(before, of(mine), of(theirs), {}, 'mine');
  const ids = conflicts.map((field) => `project/${field.field}`);
  const open: Conflict[] = [];
  const done: string[] = [];
  const { record } = mergeFields(before, of(mine), of(theirs), {}, 'mine');
  conflicts.forEach((field, at) => {
    const conflict = conflictOf(
      'project',
      field.field,
      'changed',
      { base: null, mine: { [field.field]: field.mine }, theirs: { [field.field]: field.theirs } },
      [field],
    );
    const decision = decisions.get(ids[at] as string);
    if (decision) {
      done.push(conflict.fingerprint);
      if (decision.take === 'theirs') Object.assign(record, { [field.field]: field.theirs });
    } else if (!settled.has(conflict.fingerprint)) open.push(conflict);
  });
  const { title, ...signOffRules } = record;
  return {
    fields: {
      title,
      signOffRules,
      suggestionRulesOff: mergedSet(
        base?.suggestionRulesOff,
        mine.suggestionRulesOff,
        theirs.suggestionRulesOff,
      ),
      checksOff: mergedSet(base?.checksOff, mine.checksOff, theirs.checksOff),
    },
    conflicts: open,
    settled: done,
  };
}

/** What either side put in, without what either took out. */
function mergedSet<T extends string>(base: readonly T[] = [], mine: readonly T[], theirs: readonly T[]): T[] {
  const all = new Set([...mine, ...theirs]);
  return [...all]
    .filter((word) => !base.includes(word) || (mine.includes(word) && theirs.includes(word)))
    .sort();
}

function mergedDismissals(base: ProjectData | null, mine: ProjectData, theirs: ProjectData): Dismissed[] {
  const of = (data: ProjectData | null) =>
    new Map(data?.dismissedSuggestions.map((record) => [record.storyKey, record.sentences]));
  const [before, ours, others] = [of(base), of(mine), of(theirs)];
  return [...new Set([...ours.keys(), ...others.keys()])].sort().flatMap((key) => {
    const { entries } = mergeEntries(
      'sentences',
      base && (before.get(key) ?? []),
      ours.get(key) ?? [],
      others.get(key) ?? [],
      { made: { by: 'by', at: 'at' } },
      'mine',
      ({ id }) => id,
    );
    const sentences = entries.sort((a, b) => (a.id < b.id ? -1 : 1));
    return sentences.length > 0 ? [{ storyKey: key, sentences }] : [];
  });
}

function mergedTags(
  base: ProjectData | null,
  mine: ProjectData,
  theirs: ProjectData,
  { tags, taggings }: ProjectData,
): { tags: Tag[]; conflicts: Conflict[] } {
  const known = new Map([...(base?.tags ?? []), ...theirs.tags, ...mine.tags].map((tag) => [tag.id, tag]));
  const kept = new Map(tags.map((tag) => [tag.id, tag]));
  // A tag that somebody put on something since stays, though the other side removed it.
  for (const { tagId } of taggings) if (!kept.has(tagId)) kept.set(tagId, known.get(tagId) as Tag);
  const inOrder = [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { tags: fitted, clashes } = asCodebook(inOrder, mine.tags, known);
  const of = (list: readonly Tag[], id: string) => list.find((tag) => tag.id === id) ?? null;
  const conflicts = [...clashes].flatMap(([id, clashing]: [string, FieldConflict[]]) => {
    const before = of(base?.tags ?? [], id);
    // What they left as it was is no change of theirs that anybody could ask about.
    const fields = clashing.filter(({ field, theirs: said }) => before?.[field as keyof Tag] !== said);
    const sides = { base: before, mine: of(mine.tags, id), theirs: of(theirs.tags, id) };
    return fields.length > 0 ? [conflictOf('tags', id, 'changed', sides, fields)] : [];
  });
  return { tags: fitted, conflicts };
}

/** Dumps and stories: what either side has and something refers to, or what nobody removed. */
function mergedPlaces(
  base: ProjectData | null,
  mine: ProjectData,
  theirs: ProjectData,
  data: ProjectData,
): Pick<ProjectData, 'dumps' | 'stories'> {
  const needed = new Set<StoryKey>([
    ...[data.claims, data.taggings, data.notes, data.judgements, data.alignments].flatMap((list) =>
      list.map((record) => record.storyKey),
    ),
    ...[data.reviews, data.storyNotes, data.dismissedSuggestions].flatMap((list) =>
      list.map((record) => record.storyKey),
    ),
    ...data.claims.flatMap((claim) => [...storiesCitedBy(claim)]),
  ]);
  const stories = places(base?.stories, mine.stories, theirs.stories, keyOf, (key) => needed.has(key), {});
  const dumpIds = new Set(stories.map(({ dumpId }) => dumpId));
  const dumps = places(
    base?.dumps,
    mine.dumps,
    theirs.dumps,
    ({ id }) => id,
    (id) => dumpIds.has(id),
    {
      // Where a dump stands on this computer is nobody else's business.
      local: ['path', 'relativePath'],
    },
  );
  return { stories, dumps };
}

function places<T extends object>(
  base: readonly T[] | undefined,
  mine: readonly T[],
  theirs: readonly T[],
  nameOf: (record: T) => string,
  isNeeded: (name: string) => boolean,
  { local = [] }: { local?: readonly (keyof T)[] },
): T[] {
  const [before, ours, others] = [base ?? [], mine, theirs].map(
    (list) => new Map(list.map((record) => [nameOf(record), record])),
  ) as [Map<string, T>, Map<string, T>, Map<string, T>];
  const result = new Map<string, T>();
  for (const name of new Set([...before.keys(), ...ours.keys(), ...others.keys()])) {
    const [b, m, t] = [before.get(name), ours.get(name), others.get(name)];
    const there = m ?? t ?? b;
    if (!there || (b && !(m && t) && !isNeeded(name))) continue;
    if (!m || !t) result.set(name, there);
    else if (b) {
      const merged = mergeFields(b, m, t, {}, 'mine').record;
      for (const field of local) merged[field] = m[field];
      result.set(name, merged);
    } else {
      // They are hints of where to look, and mine were good here. Only a hash that was not known yet is taken over.
      const { sha256 = null } = m as { sha256?: string | null };
      result.set(
        name,
        'sha256' in m && sha256 === null ? { ...m, sha256: (t as { sha256?: unknown }).sha256 } : m,
      );
    }
  }
  return [...result].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}

function keyOf({ dumpId, storyId }: { dumpId: string; storyId: string }): StoryKey {
  return storyKey(dumpId, storyId);
}

function namesTally(mine: readonly string[], theirs: readonly string[]): Tally {
  const [ours, others] = [new Set(mine), new Set(theirs)];
  const same = [...ours].filter((name) => others.has(name)).length;
  return { ...emptyTally(), same, onlyMine: ours.size - same, onlyTheirs: others.size - same };
}

function reviewTally(mine: ProjectData, theirs: ProjectData): Tally {
  const states = new Map(theirs.reviews.map(({ storyKey: key, state }) => [key, state]));
  const both = mine.reviews.filter(({ storyKey: key }) => states.has(key));
  const same = both.filter(({ storyKey: key, state }) => states.get(key) === state).length;
  return {
    ...emptyTally(),
    onlyMine: mine.reviews.length - both.length,
    onlyTheirs: theirs.reviews.length - both.length,
    same,
    different: both.length - same,
  };
}
