import { isSame } from '../project-diff.ts';
import type { FieldConflict } from './conflict.ts';

export type Side = 'mine' | 'theirs';

/** How the fields of a record hang together. Those that are not named stand each by itself. */
export interface FieldRules {
  /** Fields that are taken together, from one side. */
  together?: readonly (readonly string[])[];
  /** Who and when, of what other fields say: from the side that these come from; the older where both say the same. */
  signature?: { of: readonly string[]; by: string; at: string };
  /** Who made it and when: the older of the two. */
  made?: { by: string; at: string };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * One record of two, field by field. Changed on one side only, or on both alike: that. Changed on both differently: a
 * conflict, and the value of the side that is preferred. Without an ancestor, what only one of them says anything in
 * is taken from there.
 */
export function mergeFields<T extends object>(
  base: T | null,
  mine: T,
  theirs: T,
  rules: FieldRules,
  prefer: Side,
): { record: T; conflicts: FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const record: Record<string, unknown> = {};
  const [b, m, t] = [base as Fields | null, mine as Fields, theirs as Fields];
  const take = (fields: readonly string[], from: Fields) => {
    for (const field of fields) if (from[field] !== undefined) record[field] = from[field];
  };
  for (const group of groupsOf(m, t, rules)) {
    const who = whoChanged(b && part(b, group), part(m, group), part(t, group));
    if (who === 'both')
      for (const field of group)
        if (!isSame(m[field], t[field]))
          conflicts.push({ field, entry: null, base: b?.[field], mine: m[field], theirs: t[field] });
    const side = who === 'both' ? prefer : who === 'theirs' ? 'theirs' : 'mine';
    take(group, side === 'mine' ? m : t);
    if (rules.signature && isSame(rules.signature.of, group)) {
      const { by, at } = rules.signature;
      const source = who === 'neither' ? older(b, m, t, by, at) : side === 'mine' ? m : t;
      take([by, at], source);
    }
  }
  if (rules.made) take([rules.made.by, rules.made.at], older(b, m, t, rules.made.by, rules.made.at));
  return { record: record as T, conflicts };
}

/** Who changed something. `neither`: both say the same now. */
export function whoChanged(base: unknown, mine: unknown, theirs: unknown): 'neither' | 'both' | Side {
  if (isSame(mine, theirs)) return 'neither';
  if (base !== null) {
    if (isSame(base, mine)) return 'theirs';
    if (isSame(base, theirs)) return 'mine';
    return 'both';
  }
  if (isBlank(mine)) return 'theirs';
  return isBlank(theirs) ? 'mine' : 'both';
}

function isBlank(fields: unknown): boolean {
  return Object.values(fields as object).every(
    (value) =>
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

function older(base: Fields | null, mine: Fields, theirs: Fields, by: string, at: string): Fields {
  const of = (fields: Fields) => part(fields, [by, at]);
  const who = base ? whoChanged(of(base), of(mine), of(theirs)) : 'both';
  if (who === 'mine' || who === 'neither') return mine;
  if (who === 'theirs') return theirs;
  const name = (fields: Fields) => JSON.stringify([fields[at], fields[by]]);
  return name(mine) <= name(theirs) ? mine : theirs;
}

function part(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

function groupsOf(mine: Fields, theirs: Fields, { together = [], signature, made }: FieldRules): string[][] {
  const groups = [...together, ...(signature ? [signature.of] : [])];
  const told = new Set([
    ...groups.flat(),
    ...[signature, made].flatMap((who) => (who ? [who.by, who.at] : [])),
  ]);
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [
    ...[...names].filter((name) => !told.has(name)).map((name) => [name]),
    ...groups.map((group) => [...group]),
  ];
}
