/** Queries that are kept. */
const MOST = 12;

/** The queries that were used last, newest first, with one more. */
export function withRecent(recent: readonly string[], query: string): string[] {
  const words = query.trim();
  if (words === '') return [...recent];
  return [words, ...recent.filter((other) => other !== words)].slice(0, MOST);
}

/** Those that go on from what is typed. */
export function recentFor(recent: readonly string[], typed: string): string[] {
  const start = typed.trim().toLowerCase();
  return recent.filter((query) => query !== typed.trim() && query.toLowerCase().startsWith(start));
}
