import type { Claim } from '../claim.ts';
import { isSame } from '../project-diff.ts';
import type { RatingScale } from '../rating-scale.ts';
import type { StoryKey } from '../story.ts';
import type { StoryNote } from '../story-note.ts';
import { fingerprint } from '../translation/checks/fingerprint.ts';
import { decided, mergeClaim, type Origin, type Signature, withBothOpinions } from './claims.ts';
import {
  type AnyRecord,
  type Conflict,
  type Decision,
  type Decisions,
  type FieldConflict,
  KEEPS_BOTH,
  type MergedTable,
} from './conflict.ts';
import { type FieldRules, mergeFields, type Side } from './fields.ts';

/** How many records there are of each kind. */
export interface Tally {
  onlyMine: number;
  onlyTheirs: number;
  same: number;
  /** That differ, the conflicts among them. */
  different: number;
  removed: number;
  conflicts: number;
}

/** What a merge of lists has in common. */
export interface Merging {
  decisions: Decisions;
  /** Fingerprints of what was decided before. */
  settled: ReadonlySet<string>;
  signature: Signature;
  scale: RatingScale;
  from: Record<Side, Origin>;
}

export interface MergedList<T> {
  records: T[];
  conflicts: Conflict[];
  /** Fingerprints of what is decided now. */
  settled: string[];
  tally: Tally;
}

const ANNOTATION: FieldRules = { made: { by: 'createdBy', at: 'createdAt' } };
const SIDES = ['storyKey', 'original', 'translation'];

/** How the fields of each list hang together. */
const RULES: Record<Exclude<MergedTable, 'claims' | 'reviews' | 'dismissedSuggestions'>, FieldRules> = {
  tags: {},
  taggings: { ...ANNOTATION, together: [['storyKey', 'anchor']] },
  notes: { ...ANNOTATION, together: [SIDES] },
  judgements: { together: [SIDES], signature: { of: ['fidelity'], by: 'by', at: 'at' } },
  alignments: { signature: { of: ['pairs'], by: 'by', at: 'at' } },
  storyNotes: { signature: { of: ['words'], by: 'by', at: 'at' } },
  filters: {},
  queues: {},
  glossary: { together: [['source', 'sourceLang', 'targetLang']] },
  dismissedFindings: { made: { by: 'dismissedBy', at: 'dismissedAt' } },
  settledDifferences: { made: { by: 'by', at: 'at' } },
};
export type RuledTable = keyof typeof RULES | 'claims';

/** One list of two, record by record. `base`: as it was before they parted, where that is known. */
export function mergeTable<T extends object>(
  table: RuledTable,
  base: readonly T[] | null,
  mine: readonly T[],
  theirs: readonly T[],
  merging: Merging,
): MergedList<T> {
  const [before, ours, others] = [byKey(base ?? []), byKey(mine), byKey(theirs)];
  const records = new Map<string, T>();
  const result: MergedList<T> = { records: [], conflicts: [], settled: [], tally: emptyTally() };
  const { tally } = result;
  for (const key of new Set([...ours.keys(), ...others.keys()])) {
    const [b, m, t] = [before.get(key) ?? null, ours.get(key) ?? null, others.get(key) ?? null];
    if (!m || !t) {
      oneSided(key, b, m, t);
      continue;
    }
    if (isSame(m, t)) tally.same += 1;
    else tally.different += 1;
    twoSided(key, b, m, t);
  }
  result.records = [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  return result;

  function oneSided(key: string, b: T | null, m: T | null, t: T | null): void {
    const there = (m ?? t) as T;
    if (!b) {
      tally[m ? 'onlyMine' : 'onlyTheirs'] += 1;
      records.set(key, there);
      return;
    }
    tally.removed += 1;
    if (isSame(b, there)) return;
    const kind = m ? 'removed-there' : 'removed-here';
    const { take } = ask(key, kind, { b, m, t }, []) ?? { take: 'mine' };
    if ((take === 'theirs' ? t : m) !== null) records.set(key, there);
  }

  function twoSided(key: string, b: T | null, m: T, t: T): void {
    const merged = (prefer: Side) => mergeTwo(table, b, m, t, prefer);
    const { record, conflicts } = merged('mine');
    if (conflicts.length === 0) {
      records.set(key, record);
      return;
    }
    const decision = ask(key, 'changed', { b, m, t }, conflicts);
    if (decision === null) {
      records.set(key, isOpen(key) ? withOpinions(record, { theirs: t }) : record);
      return;
    }
    switch (decision.take) {
      case 'mine':
      case 'other':
        records.set(key, concluded(record, m, t, decision, conflicts));
        return;
      case 'theirs':
        records.set(key, concluded(merged('theirs').record, m, t, decision, conflicts));
        return;
      case 'both': {
        if (table === 'storyNotes') {
          const words = [...(m as StoryNote).words, ...(t as StoryNote).words];
          records.set(key, { ...record, words });
          return;
        }
        records.set(key, m);
        const name = freeKey(key);
        records.set(name, { ...t, id: name });
        return;
      }
      default:
        assertNever(decision);
    }

    function isOpen(of: string): boolean {
      return result.conflicts.some(({ key: open }) => open === of);
    }
    function withOpinions(of: T, { mine: own, theirs: other }: { mine?: T; theirs: T }): T {
      if (table !== 'claims') return of;
      const sides = [
        ...(own ? [{ claim: own as unknown as Claim, from: merging.from.mine }] : []),
        { claim: other as unknown as Claim, from: merging.from.theirs },
      ];
      return withBothOpinions(of as unknown as Claim, sides, conflicts, merging.scale) as unknown as T;
    }
    function concluded(of: T, own: T, other: T, decision: Decision, fields: FieldConflict[]): T {
      if (table !== 'claims') return of;
      const claims = { mine: own as unknown as Claim, theirs: other as unknown as Claim };
      const kept = withOpinions(of, { mine: own, theirs: other }) as unknown as Claim;
      return decided(kept, claims, decision, fields, merging.signature, merging.scale) as unknown as T;
    }
  }

  /** The decision on a conflict; null where there is none: then it is told, unless it was settled before. */
  function ask(
    key: string,
    kind: Conflict['kind'],
    { b, m, t }: { b: T | null; m: T | null; t: T | null },
    fields: FieldConflict[],
  ): Decision | null {
    const conflict = conflictOf(table, key, kind, { base: b, mine: m, theirs: t }, fields);
    const decision = merging.decisions.get(conflict.id);
    if (decision) {
      result.settled.push(conflict.fingerprint);
      return decision;
    }
    if (merging.settled.has(conflict.fingerprint)) return null;
    result.conflicts.push(conflict);
    tally.conflicts += 1;
    return null;
  }

  function freeKey(key: string): string {
    const isTaken = (name: string) =>
      records.has(name) || ours.has(name) || others.has(name) || before.has(name);
    let number = 2;
    while (isTaken(`${key}~${number}`)) number += 1;
    return `${key}~${number}`;
  }
}

export function conflictOf(
  table: Conflict['table'],
  key: string,
  kind: Conflict['kind'],
  sides: { base: object | null; mine: object | null; theirs: object | null },
  fields: FieldConflict[],
): Conflict {
  const { base, mine, theirs } = sides as Record<'base' | 'mine' | 'theirs', AnyRecord | null>;
  const told = (mine ?? theirs)?.storyKey;
  return {
    id: `${table}/${key}`,
    table,
    key,
    storyKey: typeof told === 'string' ? (told as StoryKey) : null,
    kind,
    base,
    mine,
    theirs,
    fields,
    canKeepBoth: kind === 'changed' && KEEPS_BOTH.has(table),
    fingerprint: fingerprint(
      JSON.stringify([table, key, kind, theirs ?? fields.map((field) => field.theirs)]),
    ),
  };
}

export function emptyTally(): Tally {
  return { onlyMine: 0, onlyTheirs: 0, same: 0, different: 0, removed: 0, conflicts: 0 };
}

function mergeTwo<T extends object>(table: RuledTable, base: T | null, mine: T, theirs: T, prefer: Side) {
  if (table !== 'claims') return mergeFields(base, mine, theirs, RULES[table], prefer);
  const [b, m, t] = [base, mine, theirs] as unknown as [Claim | null, Claim, Claim];
  return mergeClaim(b, m, t, prefer) as unknown as { record: T; conflicts: FieldConflict[] };
}

function byKey<T extends object>(list: readonly T[]): Map<string, T> {
  return new Map(
    list.map((record) => {
      const { id, storyKey } = record as { id?: string; storyKey?: string };
      return [id ?? storyKey ?? '', record];
    }),
  );
}

function assertNever(value: never): never {
  throw new Error(`not a decision: ${JSON.stringify(value)}`);
}
