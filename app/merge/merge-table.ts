import type { Claim } from '../claim.ts';
import { isSame } from '../project-diff.ts';
import type { RatingScale } from '../rating-scale.ts';
import type { StoryNote } from '../story-note.ts';
import { decided, mergeClaim, type Origin, type Signature, withBothOpinions } from './claims.ts';
import {
  type Conflict,
  conflictOf,
  type Decision,
  type Decisions,
  type FieldConflict,
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
  const merge = new TableMerge<T>(
    table,
    merging,
    new Set([before, ours, others].flatMap((list) => [...list.keys()])),
  );
  for (const key of new Set([...ours.keys(), ...others.keys()])) {
    const [b, m, t] = [before.get(key) ?? null, ours.get(key) ?? null, others.get(key) ?? null];
    if (m && t) merge.ofBoth(key, { base: b, mine: m, theirs: t });
    else merge.ofOne(key, { base: b, mine: m, theirs: t });
  }
  return merge.result();
}

interface Sides<T, S = T | null> {
  base: T | null;
  mine: S;
  theirs: S;
}

type Asked = { kind: 'open' } | { kind: 'settled' } | { kind: 'decided'; decision: Decision };

class TableMerge<T extends object> {
  readonly #table: RuledTable;
  readonly #merging: Merging;
  /** Ids that something has. */
  readonly #taken: Set<string>;
  readonly #records = new Map<string, T>();
  readonly #conflicts: Conflict[] = [];
  readonly #settled: string[] = [];
  readonly #tally = emptyTally();

  constructor(table: RuledTable, merging: Merging, taken: Set<string>) {
    this.#table = table;
    this.#merging = merging;
    this.#taken = taken;
  }

  /** What one side made, or the other removed. */
  ofOne(key: string, sides: Sides<T>): void {
    const { base, mine, theirs } = sides;
    const there = (mine ?? theirs) as T;
    if (!base) {
      this.#tally[mine ? 'onlyMine' : 'onlyTheirs'] += 1;
      this.#records.set(key, there);
      return;
    }
    this.#tally.removed += 1;
    if (isSame(base, there)) return;
    const asked = this.#ask(key, mine ? 'removed-there' : 'removed-here', sides, []);
    const takesTheirs = asked.kind === 'decided' && asked.decision.take === 'theirs';
    if ((takesTheirs ? theirs : mine) !== null) this.#records.set(key, there);
  }

  ofBoth(key: string, sides: Sides<T, T>): void {
    this.#tally[isSame(sides.mine, sides.theirs) ? 'same' : 'different'] += 1;
    const { record, conflicts } = this.#merged(sides, 'mine');
    if (conflicts.length === 0) {
      this.#records.set(key, record);
      return;
    }
    const asked = this.#ask(key, 'changed', sides, conflicts);
    switch (asked.kind) {
      case 'settled':
        this.#records.set(key, record);
        return;
      case 'open':
        this.#records.set(key, this.#withOpinions(record, [['theirs', sides.theirs]], conflicts));
        return;
      case 'decided':
        this.#decide(key, sides, asked.decision, record, conflicts);
    }
  }

  result(): MergedList<T> {
    const records = [...this.#records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
    return { records, conflicts: this.#conflicts, settled: this.#settled, tally: this.#tally };
  }

  /** @param asMine the record where mine is taken in what both changed */
  #decide(key: string, sides: Sides<T, T>, decision: Decision, asMine: T, conflicts: FieldConflict[]): void {
    const { mine, theirs } = sides;
    switch (decision.take) {
      case 'mine':
      case 'other':
        this.#records.set(key, this.#concluded(asMine, sides, decision, conflicts));
        return;
      case 'theirs':
        this.#records.set(
          key,
          this.#concluded(this.#merged(sides, 'theirs').record, sides, decision, conflicts),
        );
        return;
      case 'both': {
        if (this.#table === 'storyNotes') {
          const words = [...(mine as StoryNote).words, ...(theirs as StoryNote).words];
          this.#records.set(key, { ...asMine, words });
          return;
        }
        this.#records.set(key, mine);
        const id = this.#freeId(key);
        this.#records.set(id, { ...theirs, id });
        return;
      }
      default:
        assertNever(decision);
    }
  }

  #merged({ base, mine, theirs }: Sides<T, T>, prefer: Side): { record: T; conflicts: FieldConflict[] } {
    if (this.#table !== 'claims') return mergeFields(base, mine, theirs, RULES[this.#table], prefer);
    const [b, m, t] = [base, mine, theirs] as unknown as [Claim | null, Claim, Claim];
    return mergeClaim(b, m, t, prefer) as unknown as { record: T; conflicts: FieldConflict[] };
  }

  #withOpinions(record: T, sides: [Side, T][], conflicts: FieldConflict[]): T {
    if (this.#table !== 'claims') return record;
    const { from, scale } = this.#merging;
    const held = sides.map(([side, claim]) => ({ claim: claim as unknown as Claim, from: from[side] }));
    return withBothOpinions(record as unknown as Claim, held, conflicts, scale) as unknown as T;
  }

  #concluded(record: T, { mine, theirs }: Sides<T, T>, decision: Decision, conflicts: FieldConflict[]): T {
    if (this.#table !== 'claims') return record;
    const { signature, scale } = this.#merging;
    const kept = this.#withOpinions(
      record,
      [
        ['mine', mine],
        ['theirs', theirs],
      ],
      conflicts,
    );
    const [claim, m, t] = [kept, mine, theirs] as unknown as [Claim, Claim, Claim];
    return decided(claim, { mine: m, theirs: t }, decision, conflicts, signature, scale) as unknown as T;
  }

  /** What was decided on a conflict, now or before; else it is told. */
  #ask(key: string, kind: Conflict['kind'], sides: Sides<T>, fields: FieldConflict[]): Asked {
    const conflict = conflictOf(this.#table, key, kind, sides, fields);
    const decision = this.#merging.decisions.get(conflict.id);
    if (decision) {
      this.#settled.push(conflict.fingerprint);
      return { kind: 'decided', decision };
    }
    if (this.#merging.settled.has(conflict.fingerprint)) return { kind: 'settled' };
    this.#conflicts.push(conflict);
    this.#tally.conflicts += 1;
    return { kind: 'open' };
  }

  #freeId(id: string): string {
    let number = 2;
    while (this.#taken.has(`${id}~${number}`)) number += 1;
    const name = `${id}~${number}`;
    this.#taken.add(name);
    return name;
  }
}

export function emptyTally(): Tally {
  return { onlyMine: 0, onlyTheirs: 0, same: 0, different: 0, removed: 0, conflicts: 0 };
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
