import type { ProjectData } from './project.ts';
import { type StoryKey, storyKey } from './story.ts';

/** A field that differs; undefined where one of the two does not have it. */
export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** An entry of one of the lists that differs. */
export interface RecordChange {
  /** The list's name in the project file; `evidence` for the evidence of claims, which is compared entry by entry. */
  table: string;
  /** What the entry is known by in its list. */
  key: string;
  change: 'added' | 'removed' | 'changed';
  /** The story that it is about; null where it is about none. */
  storyKey: StoryKey | null;
  before: Fields | null;
  after: Fields | null;
  /** Of one that changed. */
  fields: FieldChange[];
}

/** What makes one project of another. */
export interface ProjectDiff {
  /** What the project as a whole has: its title, its scale. */
  fields: FieldChange[];
  records: RecordChange[];
}

/**
 * Everything that differs between two projects, list by list and field by field. It goes by what the file holds, so a
 * list that is new in the format is compared without a word here.
 */
export function diffProjects(before: ProjectData, after: ProjectData): ProjectDiff {
  const [old, now] = [tablesOf(before), tablesOf(after)];
  const names = [...new Set([...old.tables.keys(), ...now.tables.keys()])];
  return {
    fields: fieldChanges(old.fields, now.fields),
    records: names.flatMap((name) => recordChanges(name, old.tables.get(name), now.tables.get(name))),
  };
}

export function isEmpty({ fields, records }: ProjectDiff): boolean {
  return fields.length === 0 && records.length === 0;
}

type Tables = Map<string, Map<string, Fields>>;

function tablesOf(data: ProjectData): { fields: Fields; tables: Tables } {
  const fields: Record<string, unknown> = {};
  const tables: Tables = new Map();
  for (const [name, value] of Object.entries(data)) {
    const entries: unknown[] | null = Array.isArray(value) ? value : null;
    // A list of plain words, such as names of rules, is one field.
    if (entries?.every(isRecord)) tables.set(name, new Map(entries.map((entry) => [keyOf(entry), entry])));
    else fields[name] = value;
  }
  const evidence = new Map<string, Fields>();
  const claims = new Map<string, Fields>();
  for (const { evidence: entries, ...claim } of data.claims) {
    claims.set(claim.id, claim);
    for (const entry of entries)
      evidence.set(`${claim.id}/${entry.id}`, { ...entry, claimId: claim.id, storyKey: claim.storyKey });
  }
  tables.set('claims', claims);
  tables.set('evidence', evidence);
  return { fields, tables };
}

function keyOf(entry: Fields): string {
  const { id, storyKey: key, dumpId, storyId } = entry;
  if (typeof id === 'string') return id;
  if (typeof key === 'string') return key;
  if (typeof dumpId === 'string' && typeof storyId === 'string') return storyKey(dumpId, storyId);
  return JSON.stringify(entry);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NOTHING: ReadonlyMap<string, Fields> = new Map();

function recordChanges(table: string, old = NOTHING, now = NOTHING): RecordChange[] {
  const changes: RecordChange[] = [];
  for (const [key, before] of old) {
    const after = now.get(key) ?? null;
    const fields = after ? fieldChanges(before, after) : [];
    if (after && fields.length === 0) continue;
    const change = after ? 'changed' : 'removed';
    changes.push({ table, key, change, storyKey: storyOf(after ?? before), before, after, fields });
  }
  for (const [key, after] of now)
    if (!old.has(key))
      changes.push({
        table,
        key,
        change: 'added',
        storyKey: storyOf(after),
        before: null,
        after,
        fields: [],
      });
  return changes;
}

function storyOf(entry: Fields): StoryKey | null {
  const { storyKey: key, dumpId, storyId } = entry;
  if (typeof key === 'string') return key;
  return typeof dumpId === 'string' && typeof storyId === 'string' ? storyKey(dumpId, storyId) : null;
}

function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    return isSame(old, now) ? [] : [{ field, before: old, after: now }];
  });
}

/** Whether plain data says the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => isSame(value, b[index]))
    );
  const [fields, others] = [a as Fields, b as Fields];
  const names = Object.keys(fields);
  return (
    names.length === Object.keys(others).length &&
    names.every((name) => Object.hasOwn(others, name) && isSame(fields[name], others[name]))
  );
}
