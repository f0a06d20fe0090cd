import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationSet } from '../../../../app/interchange/annotation-set.ts';
import { INTERCHANGE_IDS } from '../../../../app/interchange/catalogue.ts';
import { carriedOf, FEATURES } from '../../../../app/interchange/features.ts';
import type { Interchange } from '../../../../app/interchange/format.ts';
import { INTERCHANGES } from '../../../../app/interchange/formats.ts';
import { ORIGIN, sets } from './arbitrary.ts';

/** As files are: UTF-8, without byte order mark when they are read. */
function written(format: Interchange, set: AnnotationSet): Map<string, string> {
  const files = new Map<string, string>();
  for (const { name, chunks } of format.write(set, ORIGIN)) {
    const bytes = new TextEncoder().encode([...chunks].join(''));
    files.set(name, new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes));
  }
  return files;
}

describe.each(INTERCHANGE_IDS)('%s', (id) => {
  const format = INTERCHANGES[id];

  it('gives back, read, whatever it carries of what was written', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const read = format.parse(written(format, set));
        expect(read.problems).toEqual([]);
        expect(read.set).toEqual(carriedOf(set, format.carries));
      }),
      { numRuns: 120 },
    );
  });

  it('writes the same bytes for the same set', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect(written(format, set)).toEqual(written(format, structuredClone(set)));
      }),
      { numRuns: 10 },
    );
  });

  it('refuses a span whose words are not where it says', () => {
    if (format.unit === null) return;
    fc.assert(
      fc.property(sets, (set) => {
        const broken = structuredClone(set);
        const span = broken.stories.flatMap(({ claims }) => claims.flatMap(({ spans }) => spans))[0];
        fc.pre(span !== undefined);
        span.quote = `${span.quote}\u0001`;
        span.end += 1;
        expect(() => written(format, broken)).toThrow('export-quote-mismatch');
      }),
      { numRuns: 25 },
    );
  });

  it('names what it carries as it is called, each once', () => {
    expect(FEATURES.filter((feature) => format.carries.includes(feature))).toEqual(format.carries);
  });
});
