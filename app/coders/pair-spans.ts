import { type Edge, heaviestPairs } from './heaviest-pairs.ts';
import { joined, type Span, sharedUnits, unitsOf } from './spans.ts';

/** The same thing in both projects. */
export interface Pair<T> {
  mine: T;
  theirs: T;
  /** How it is known: by its id, by words that both cover, or by what it says. */
  by: 'id' | 'overlap' | 'content';
  /** UTF-16 units of the story's text that both cover. */
  shared: number;
  /** Those as a part of all that either covers, 0 to 1; 1 for what has no place in a text. */
  share: number;
}

/** A list of both projects: what is the same thing, and what only one of them has. Each in ascending order of id. */
export interface Paired<T> {
  pairs: Pair<T>[];
  onlyMine: T[];
  onlyTheirs: T[];
}

export interface Spanned<T> {
  record: T;
  id: string;
  /** Only those of one group may be the same: of one story, or of one tag in one story. */
  group: string;
  spans: Span[];
}

interface Rules<T> {
  /** The ids of both projects have one origin: the same id is the same thing, wherever it stands. */
  sameIds: boolean;
  /** Ids of before the projects parted: what has one is paired by it or not at all. */
  known: ReadonlySet<string>;
  /** Of two that are as near: how much else they have in common, 0 to 7. */
  likeness(mine: T, theirs: T): number;
}

/** A millionth of the words that either covers is the least that counts. */
const FINENESS = 1_000_000;
/** The same id outweighs any overlap that others may have, where both are about the same words at all. */
const SAME_ID = 64 * FINENESS;

/**
 * Pairs what is about the same words, at most one to one, so that the shares of words come to the most. The same id
 * decides first: always where both projects have one origin, else where the two have words in common.
 */
export function pairSpans<T>(
  mine: readonly Spanned<T>[],
  theirs: readonly Spanned<T>[],
  { sameIds, known, likeness }: Rules<T>,
): Paired<T> {
  const ours = inOrder(mine).map(withJoined);
  const others = inOrder(theirs).map(withJoined);
  const pairs: Pair<T>[] = [];
  const [usedMine, usedTheirs] = [new Set<string>(), new Set<string>()];
  const take = (a: Spanned<T>, b: Spanned<T>, by: Pair<T>['by']) => {
    usedMine.add(a.id);
    usedTheirs.add(b.id);
    pairs.push({ mine: a.record, theirs: b.record, by, ...common(a, b) });
  };
  if (sameIds) {
    const byId = new Map(others.map((each) => [each.id, each]));
    for (const each of ours) {
      const twin = byId.get(each.id);
      if (twin) take(each, twin, 'id');
    }
  }
  const left = ours.filter(({ id }) => !usedMine.has(id) && !known.has(id));
  const right = others.filter(({ id }) => !usedTheirs.has(id) && !known.has(id));
  for (const [a, b] of nearest(left, right, likeness)) take(a, b, a.id === b.id ? 'id' : 'overlap');
  const idOf = new Map(ours.map((each) => [each.record, each.id]));
  pairs.sort((a, b) => compare(idOf.get(a.mine) ?? '', idOf.get(b.mine) ?? ''));
  return {
    pairs,
    onlyMine: ours.filter(({ id }) => !usedMine.has(id)).map(({ record }) => record),
    onlyTheirs: others.filter(({ id }) => !usedTheirs.has(id)).map(({ record }) => record),
  };
}

function nearest<T>(
  mine: readonly Spanned<T>[],
  theirs: readonly Spanned<T>[],
  likeness: Rules<T>['likeness'],
): [Spanned<T>, Spanned<T>][] {
  const groups = new Map<string, { spanned: Spanned<T>; at: number }[]>();
  theirs.forEach((spanned, at) => {
    const others = groups.get(spanned.group);
    if (others) others.push({ spanned, at });
    else groups.set(spanned.group, [{ spanned, at }]);
  });
  const edges: Edge[] = [];
  mine.forEach((one, left) => {
    for (const { spanned: other, at: right } of groups.get(one.group) ?? []) {
      const { shared, share } = common(one, other);
      if (shared === 0) continue;
      const weight = (Math.max(1, Math.round(share * FINENESS)) + (one.id === other.id ? SAME_ID : 0)) * 8;
      edges.push({ left, right, weight: weight + likeness(one.record, other.record) });
    }
  });
  return heaviestPairs(edges).map(({ left, right }) => [
    mine[left] as Spanned<T>,
    theirs[right] as Spanned<T>,
  ]);
}

function common<T>(a: Spanned<T>, b: Spanned<T>): { shared: number; share: number } {
  const shared = a.group === b.group ? sharedUnits(a.spans, b.spans) : 0;
  const either = unitsOf(a.spans) + unitsOf(b.spans) - shared;
  return { shared, share: either === 0 ? 0 : shared / either };
}

function withJoined<T>(each: Spanned<T>): Spanned<T> {
  return { ...each, spans: joined(each.spans) };
}

function inOrder<T>(list: readonly Spanned<T>[]): Spanned<T>[] {
  return [...list].sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
