import { isSame } from '../project-diff.ts';

/**
 * The order of a list of two lists: theirs where I left it as it was, mine where they did; else one that keeps to both
 * as far as they agree, and to `rank` where they do not.
 * @param kept what the list holds in the end, in any order
 */
export function mergeOrder<T extends { id: string }>(
  base: readonly T[] | null,
  mine: readonly T[],
  theirs: readonly T[],
  kept: ReadonlyMap<string, T>,
  rank: (entry: T) => string,
): T[] {
  const idsOf = (list: readonly T[]) => list.map(({ id }) => id);
  const mineLeft = base !== null && isSame(idsOf(base), idsOf(mine));
  const theirsLeft = base !== null && isSame(idsOf(base), idsOf(theirs));
  let one = idsOf(theirsLeft || !mineLeft ? mine : theirs).filter((id) => kept.has(id));
  let other = idsOf(theirsLeft || !mineLeft ? theirs : mine).filter((id) => kept.has(id));
  // What one of them left as it was says nothing about the order.
  if (mineLeft || theirsLeft) other = other.filter((id) => !one.includes(id));
  const result: T[] = [];
  const take = (id: string) => {
    one = one.filter((each) => each !== id);
    other = other.filter((each) => each !== id);
    result.push(kept.get(id) as T);
  };
  while (one.length > 0 || other.length > 0) {
    const heads = [one[0], other[0]].filter((id) => id !== undefined);
    const free = heads.filter((id) => !(one.indexOf(id) > 0 || other.indexOf(id) > 0));
    const choice = (free.length > 0 ? free : heads).sort((a, b) => compare(keyOf(a), keyOf(b)));
    take(choice[0] as string);
  }
  return result;

  function keyOf(id: string): string {
    return JSON.stringify([rank(kept.get(id) as T), id]);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
