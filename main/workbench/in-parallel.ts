/** Reads that are under way at once: enough to keep a disk busy, few enough to let others in. */
const AT_ONCE = 32;

/** The results in the order of the items. The first failure fails it all. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}
