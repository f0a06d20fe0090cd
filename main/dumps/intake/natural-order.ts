const BY_VALUE = new Intl.Collator('en', { numeric: true });

/**
 * The order of paths in a dump: folder by folder, numbers by their value, a name before its continuations
 * (`tweets.js`, `tweets-part1.js`, `tweets-part10.js`). No two different paths are equal.
 */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let level = 0; level < Math.min(left.length, right.length); level++) {
    const order = compareNames(left[level] as string, right[level] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  const dotA = stemLength(a);
  const dotB = stemLength(b);
  return (
    BY_VALUE.compare(a.slice(0, dotA), b.slice(0, dotB)) ||
    BY_VALUE.compare(a.slice(dotA), b.slice(dotB)) ||
    (a < b ? -1 : 1)
  );
}

function stemLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name.length : dot;
}
