import type { Facets } from '../../app/contract.ts';
import type { Dump } from '../dumps/dump.ts';

/** How many stories each source and each language has, most first; as far as the dump is indexed. */
export function facetsOf(dump: Dump): Facets {
  const bySource = new Map<number, number>();
  const byLanguage = new Map<string, number>();
  for (let ordinal = 0; ordinal < dump.count; ordinal += 1) {
    count(bySource, sourceIdOf(dump, ordinal));
    count(byLanguage, dump.langOf(ordinal));
  }
  return {
    sources: mostFirst(bySource).map(([id, stories]) => ({
      id,
      source: dump.sources[id - 1] ?? null,
      stories,
    })),
    languages: mostFirst(byLanguage).map(([lang, stories]) => ({ lang, stories })),
  };
}

/** The id of a story's source in facets and filters: 0 for a story without one, else one more than its index in `sources`. */
export function sourceIdOf(dump: Dump, ordinal: number): number {
  return dump.sourceOf(ordinal) + 1;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFirst<K>(counts: Map<K, number>): [K, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}
