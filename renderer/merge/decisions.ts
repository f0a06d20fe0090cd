import type { Conflict, Decision } from '../../app/merge/merge.ts';

export type Chosen = Readonly<Record<Conflict['id'], Decision>>;

/** What was decided of two projects and not merged yet: a dialog that is closed by mistake loses nothing. */
const kept = new Map<string, Chosen>();

export function keptDecisions(compared: string): Chosen {
  return kept.get(compared) ?? {};
}

export function keepDecisions(compared: string, chosen: Chosen): void {
  kept.clear();
  kept.set(compared, chosen);
}

/** The ways there are to decide, in the order of their keys. */
export function waysOf(conflict: Conflict): Decision['take'][] {
  if (conflict.kind !== 'changed') return ['mine', 'theirs'];
  const rated = conflict.table === 'claims';
  return [
    'mine',
    'theirs',
    ...(rated ? (['other'] as const) : []),
    ...(conflict.canKeepBoth ? (['both'] as const) : []),
  ];
}

/** The next one that nobody decided on, after a place and then from the start; null where all are. */
export function nextOpen(conflicts: readonly Conflict[], chosen: Chosen, after: number): number | null {
  const places = conflicts.map((_, at) => (after + 1 + at) % conflicts.length);
  return places.find((at) => chosen[conflicts[at]?.id ?? ''] === undefined) ?? null;
}
