import type { Claim } from '../claim.ts';
import { type Paired, type Pairing, pairProjects } from '../coders/pairing.ts';
import { renaming } from '../coders/translated.ts';
import { glossaryKey } from '../glossary/entry.ts';
import type { ProjectData } from '../project.ts';
import { isSame } from '../project-diff.ts';

interface Named {
  id: string;
}

/**
 * Their project with every record called as its counterpart in mine, so that a merge can go by ids alone. What has no
 * counterpart keeps its id, or gets a new one where mine calls something else so.
 */
export function renamed(base: ProjectData | null, mine: ProjectData, other: ProjectData): ProjectData {
  const pairing = pairProjects(mine, other, base);
  const { theirs } = pairing;
  const claim = renaming(theirs.claims, mine.claims, idsOf(pairing.claims));
  const called = <T extends Named>(
    list: readonly T[],
    ours: readonly T[],
    pairs: ReadonlyMap<string, string>,
  ): T[] => {
    const name = renaming(list, ours, pairs);
    return list.map((record) => ({ ...record, id: name(record.id) }));
  };
  const sentences = { mine: sentencesOf(mine), base: sentencesOf(base) };
  const twins = new Map(pairing.claims.pairs.map((pair) => [pair.theirs.id, pair.mine]));
  return {
    ...theirs,
    claims: theirs.claims.map((record) => ({
      ...withEntriesOf(twins.get(record.id), record, pairing),
      id: claim(record.id),
      carriedFrom: record.carriedFrom === null ? null : claim(record.carriedFrom),
    })),
    taggings: called(theirs.taggings, mine.taggings, idsOf(pairing.taggings)),
    notes: called(theirs.notes, mine.notes, idsOf(pairing.notes)),
    judgements: called(theirs.judgements, mine.judgements, idsOf(pairing.judgements)),
    glossary: called(theirs.glossary, mine.glossary, glossaryPairs(pairing, base)),
    filters: called(
      theirs.filters,
      mine.filters,
      alike(theirs.filters, mine.filters, pairing, base?.filters),
    ),
    queues: called(theirs.queues, mine.queues, alike(theirs.queues, mine.queues, pairing, base?.queues)),
    dismissedSuggestions: theirs.dismissedSuggestions.map((record) => {
      const ours = sentences.mine.get(record.storyKey) ?? [];
      const before = sentences.base.get(record.storyKey);
      const pairs = alike(record.sentences, ours, pairing, before, ['at', 'by']);
      const named = called(record.sentences, ours, pairs);
      return { ...record, sentences: named.sort((a, b) => (a.id < b.id ? -1 : 1)) };
    }),
  };
}

function sentencesOf(data: ProjectData | null) {
  return new Map(data?.dismissedSuggestions.map((record) => [record.storyKey, record.sentences]));
}

function idsOf<T extends Named>({ pairs }: Paired<T>): Map<string, string> {
  return new Map(pairs.map((pair) => [pair.theirs.id, pair.mine.id]));
}

/** In projects that were made apart, `e1` may be one source here and another there. */
function withEntriesOf(twin: Claim | undefined, claim: Claim, pairing: Pairing): Claim {
  if (!twin || pairing.sameProject) return claim;
  const evidence = renaming(
    claim.evidence,
    twin.evidence,
    alike(claim.evidence, twin.evidence, pairing, [], ['addedAt']),
  );
  const verdict = renaming(claim.verdicts, twin.verdicts, alike(claim.verdicts, twin.verdicts, pairing, []));
  return {
    ...claim,
    evidence: claim.evidence.map((entry) => ({ ...entry, id: evidence(entry.id) })),
    verdicts: claim.verdicts.map((entry) => ({ ...entry, id: verdict(entry.id) })),
  };
}

/** A wording has one entry in a glossary, so it decides before the id does. */
function glossaryPairs(
  { mine, theirs, sameProject }: Pairing,
  base: ProjectData | null,
): Map<string, string> {
  const pairs = new Map<string, string>();
  const known = new Set(base?.glossary.map(({ id }) => id));
  const byKey = new Map(mine.glossary.map((entry) => [glossaryKey(entry), entry.id]));
  for (const entry of theirs.glossary) {
    const found = byKey.get(glossaryKey(entry));
    if (found !== undefined && (found === entry.id || !(known.has(found) || known.has(entry.id))))
      pairs.set(entry.id, found);
  }
  const taken = new Set(pairs.values());
  if (sameProject)
    for (const { id } of theirs.glossary)
      if (!pairs.has(id) && !taken.has(id) && mine.glossary.some((entry) => entry.id === id))
        pairs.set(id, id);
  return pairs;
}

/** By id in copies of one project; else what says the same, but for fields that do not count. */
function alike<T extends Named>(
  theirs: readonly T[],
  mine: readonly T[],
  { sameProject }: Pick<Pairing, 'sameProject'>,
  base: readonly T[] = [],
  uncounted: readonly (keyof T)[] = [],
): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const known = new Set(base.map(({ id }) => id));
  const take = (other: string, one: string) => {
    pairs.set(other, one);
    taken.add(one);
  };
  if (sameProject) {
    const ids = new Set(mine.map(({ id }) => id));
    for (const { id } of theirs) if (ids.has(id)) take(id, id);
  }
  const content = (record: T) => {
    const rest: Partial<T> = { ...record };
    for (const field of ['id', ...uncounted] as (keyof T)[]) delete rest[field];
    return rest;
  };
  for (const record of theirs) {
    if (pairs.has(record.id) || known.has(record.id)) continue;
    const twin = mine.find(
      ({ id, ...rest }) =>
        !taken.has(id) && !known.has(id) && isSame(content({ id, ...rest } as T), content(record)),
    );
    if (twin) take(record.id, twin.id);
  }
  return pairs;
}
