import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { w3c } from '../../../../app/interchange/w3c/w3c.ts';
import { ORIGIN, sets } from './arbitrary.ts';

interface Target {
  state: { type: string; cached: string; sourceDate: string };
  selector?: [{ start: number; end: number }, { exact: string; prefix: string; suffix: string }];
}

const file = (files: Map<string, string>, name: string) => JSON.parse(files.get(name) as string);

describe('a collection of Web Annotations', () => {
  it('has targets that a reader finds in the text beside them, counting code points', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const files = new Map(
          [...w3c.write(set, ORIGIN)].map(({ name, chunks }) => [name, [...chunks].join('')]),
        );
        const targets: Target[] = file(files, 'page-0001.jsonld').items.flatMap(
          ({ target }: { target: Target[] }) => target,
        );
        for (const { state, selector } of targets) {
          // https://www.w3.org/TR/annotation-model/#time-state: a date with its time zone has to be there.
          expect(state).toMatchObject({ type: 'TimeState', sourceDate: expect.stringMatching(/T.*Z$/u) });
          const text = [...(files.get(state.cached) as string)];
          if (!selector) continue;
          const [{ start, end }, { exact, prefix, suffix }] = selector;
          expect(text.slice(start, end).join('')).toBe(exact);
          expect(text.slice(0, start).join('').endsWith(prefix)).toBe(true);
          expect(text.slice(end).join('').startsWith(suffix)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has pages that lead from the first to the last, and hold as many as it says', () => {
    const story = {
      ...{ key: 'd/1', text: 'The pier is closed.', lang: 'en', source: null, publishedAt: null, link: null },
      ...{ claims: [], notes: [] },
      taggings: Array.from({ length: 1201 }, (_, index) => {
        return {
          id: `g${index}`,
          tagId: 't',
          span: { start: 4, end: 8, quote: 'pier' },
          memo: '',
          by: '',
          at: '',
        };
      }),
    };
    const written = w3c.write({ stories: [story], tags: [], ratings: [] }, ORIGIN);
    const files = new Map([...written].map(({ name, chunks }) => [name, [...chunks].join('')]));
    const collection = file(files, 'collection.jsonld');
    const counts: number[] = [];
    let last: string | undefined;
    for (let name = collection.first; name !== undefined; name = file(files, name).next) {
      const page = file(files, name);
      expect(page.startIndex).toBe(counts.reduce((sum, count) => sum + count, 0));
      expect(page.prev).toBe(last);
      counts.push(page.items.length);
      last = name;
    }
    expect(counts).toEqual([500, 500, 201]);
    expect([collection.last, collection.total]).toEqual([last, 1201]);
  });
});
