import type { Coder } from './coder.ts';

/**
 * Ids of what stands in several copies of one project, and so was there before they parted. It says nothing about
 * agreement: one person made it, once.
 */
export function inheritedIds(coders: readonly Coder[]): ReadonlySet<string> {
  const [met, inherited] = [new Set<string>(), new Set<string>()];
  for (const { data, marked } of coders) {
    const own = [...data.claims.filter(marked), ...data.taggings, ...data.notes, ...data.judgements];
    for (const { id } of own) {
      const name = `${data.id} ${id}`;
      if (met.has(name)) inherited.add(id);
      met.add(name);
    }
  }
  return inherited;
}
