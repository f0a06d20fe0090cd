import { isSame } from '../project-diff.ts';
import type { FieldConflict } from './conflict.ts';
import { type FieldRules, mergeFields, type Side } from './fields.ts';
import { mergeOrder } from './order.ts';

/**
 * One list of two within a record, entry by entry: what only one of them added is in it, what one removed and the other
 * left alone is not. `list` names it in conflicts. `rank` orders what both added at one place.
 */
export function mergeEntries<T extends { id: string }>(
  list: string,
  base: readonly T[] | null,
  mine: readonly T[],
  theirs: readonly T[],
  rules: FieldRules,
  prefer: Side,
  rank: (entry: T) => string,
): { entries: T[]; conflicts: FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const kept = new Map<string, T>();
  const [before, ours, others] = [byId(base ?? []), byId(mine), byId(theirs)];
  for (const id of new Set([...ours.keys(), ...others.keys()])) {
    const [b, m, t] = [before.get(id) ?? null, ours.get(id) ?? null, others.get(id) ?? null];
    if (m && t) {
      const merged = mergeFields(b, m, t, rules, prefer);
      kept.set(id, merged.record);
      for (const conflict of merged.conflicts) conflicts.push({ ...conflict, entry: `${list}/${id}` });
      continue;
    }
    const there = (m ?? t) as T;
    if (b && isSame(b, there)) continue;
    if (b) conflicts.push({ field: list, entry: `${list}/${id}`, base: b, mine: m, theirs: t });
    if (!b || (prefer === 'mine' ? m : t)) kept.set(id, there);
  }
  return { entries: mergeOrder(base, mine, theirs, kept, rank), conflicts };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}
