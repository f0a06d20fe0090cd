import fc from 'fast-check';
import { expect } from 'vitest';
import type { Entry, Format } from '../../../../app/formats/format.ts';
import type { StoryRecord } from '../../../../app/formats/story-record.ts';
import type { Problem } from '../../../../app/problem.ts';
import { entryOf, readAll } from './support.ts';

/** What holds for the records and problems of every format. */
export function expectSound(
  { records, problems }: { records: readonly StoryRecord[]; problems: readonly Problem[] },
  entry: Entry,
): void {
  for (const record of records) {
    const { text, segments } = record;
    expect(text.trim()).not.toBe('');
    expect(text).not.toContain('\r');
    let end = 0;
    for (const segment of segments) {
      expect(text.slice(end, segment.start)).toMatch(/^\s*$/u);
      expect(segment.end).toBeGreaterThan(segment.start);
      end = segment.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
    for (const said of [...record.links, ...record.media, ...record.hashtags])
      expect(said.trim()).not.toBe('');
    if (record.publishedAt === null) expect(record.precision).toBe('none');
    else
      expect(record.publishedAt).toMatch(
        /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/u,
      );
    expect(record.origin?.entry).toBe(entry.name);
  }
  for (const problem of problems) expect(problem.params.entry).toBeTypeOf('string');
}

/** Content with some bytes changed, taken out or put in, and cut at some place. */
export function mutantsOf(content: string | Uint8Array): fc.Arbitrary<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const place = fc.nat(bytes.length);
  const change = fc.tuple(place, fc.nat(3), fc.uint8Array({ maxLength: 3 }));
  const changes = fc.array(change, { minLength: 1, maxLength: 4 });
  return fc.tuple(changes, fc.option(place)).map(([edits, cut]) => {
    let mutant = [...bytes];
    for (const [at, taken, put] of edits) mutant.splice(at, taken, ...put);
    if (cut !== null) mutant = mutant.slice(0, cut);
    return new Uint8Array(mutant);
  });
}

/** A format reads damaged content without failing, and what it finds is sound. */
export async function expectSturdy(
  format: Format,
  name: string,
  content: string | Uint8Array,
  siblings: Record<string, string> = {},
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(mutantsOf(content), async (mutant) => {
      const entry = entryOf(name, mutant, siblings);
      expectSound(await readAll(format, entry), entry);
    }),
    { numRuns: 150 },
  );
}
