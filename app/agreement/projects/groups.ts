import type { Paired } from '../../coders/pairing.ts';

/** The same thing as each coder has it, by place of the coder; null for one who does not have it. */
export type Group<T> = (T | null)[];

/** What two coders, by their places, have in common. */
export interface PairOfCoders<T> {
  one: number;
  other: number;
  paired: Paired<T>;
}

interface Thing {
  storyKey: string;
  id: string;
}

/**
 * What is the same thing among any number of coders, from what is the same between each two. What is surest comes first:
 * the same id, then the most words in common. A coder has at most one of each thing. Alone-standing things are groups
 * as well. In the order of stories, then of ids.
 */
export function groupsOf<T extends Thing>(
  lists: readonly (readonly T[])[],
  pairs: readonly PairOfCoders<T>[],
): Group<T>[] {
  const groupOf = new Map<string, Group<T>>();
  const name = (coder: number, thing: T) => `${coder} ${thing.id}`;
  lists.forEach((list, coder) => {
    for (const thing of list) {
      const group: Group<T> = lists.map(() => null);
      group[coder] = thing;
      groupOf.set(name(coder, thing), group);
    }
  });
  const links = pairs.flatMap(({ one, other, paired }) =>
    paired.pairs.map((pair) => ({ one, other, ...pair })),
  );
  links.sort(
    (a, b) =>
      Number(b.by === 'id') - Number(a.by === 'id') ||
      b.share - a.share ||
      a.one - b.one ||
      a.other - b.other ||
      (a.mine.id < b.mine.id ? -1 : 1),
  );
  for (const { one, other, mine, theirs } of links) {
    const [left, right] = [groupOf.get(name(one, mine)), groupOf.get(name(other, theirs))];
    if (!left || !right || left === right) continue;
    if (left.some((thing, coder) => thing !== null && right[coder] !== null)) continue;
    right.forEach((thing, coder) => {
      if (thing === null) return;
      left[coder] = thing;
      groupOf.set(name(coder, thing), left);
    });
  }
  const first = (group: Group<T>) => group.find((thing) => thing !== null) as T;
  return [...new Set(groupOf.values())].sort((a, b) => compare(first(a), first(b)));
}

function compare(a: Thing, b: Thing): number {
  if (a.storyKey !== b.storyKey) return a.storyKey < b.storyKey ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
