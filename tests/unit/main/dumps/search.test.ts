import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteFinder } from '../../../../main/dumps/byte-finder.ts';
import type { SearchResult } from '../../../../main/dumps/dump.ts';
import { dumpFile, post, storiesOf, withDump } from './dump-files.ts';

/** As a reader counts: from left to right, without overlaps. */
function naively(texts: string[], query: string): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const [ordinal, text] of texts.entries()) {
    const hits = text.split(query).length - 1;
    if (hits > 0) counts[ordinal] = hits;
  }
  return counts;
}
const counted = ({ ordinals, hitCounts }: SearchResult) =>
  Object.fromEntries(Array.from(ordinals, (ordinal, index) => [ordinal, hitCounts[index]]));

describe('searching', () => {
  const content = Array.from({ length: 400 }, (_, index) =>
    post(`港の話${index} ああああ`, 'minato_news', `本文${index % 7}👨‍👩‍👧🇯🇵 aaa Aaa`),
  ).join('');

  it.each(['utf8', 'utf16le', 'utf16be'])('counts what a naive count finds, in %s', async (encoding) => {
    const bytes = encoding === 'utf8' ? Buffer.from(content) : Buffer.from(`\ufeff${content}`, 'utf16le');
    const path = dumpFile(encoding === 'utf16be' ? bytes.swap16() : bytes);
    const texts = (await storiesOf(path)).map(({ text }) => text);
    await withDump(path, {}, async (dump) => {
      for (const query of [
        '港',
        'a',
        'aa',
        'ああ',
        '本文3',
        '👩',
        '🇯🇵',
        'April 12',
        '話1',
        'ない',
        '\n—',
        '🇯🇵 aaa Aaa\n港',
      ]) {
        const result = await dump.search(query);
        const expected = naively(texts, query);
        expect(counted(result), query).toEqual(expected);
        expect(result.hits).toBe(Object.values(expected).reduce((sum, hits) => sum + hits, 0));
        expect(result.stories).toBe(Object.keys(expected).length);
      }
    });
  });

  it('finds the same across the borders of chunks and threads', async () => {
    const path = dumpFile('境目をまたぐ言葉'.repeat(1_500_000).replace(/.{500}/gu, '$&\n'));
    await withDump(path, { rule: { kind: 'lines' } }, async (dump) => {
      const texts: string[] = [];
      for await (const { text } of dump.stories()) texts.push(text);
      expect(dump.bytes).toBeGreaterThan(32 << 20);
      const result = await dump.search('またぐ言葉境');
      expect(counted(result)).toEqual(naively(texts, 'またぐ言葉境'));
    });
  });

  it('tells the first hits while it goes on, and stops at a limit', async () => {
    await withDump(dumpFile(content), {}, async (dump) => {
      const told: number[] = [];
      const result = await dump.search('あ', { onHits: ({ hits }) => told.push(hits) });
      expect(told.at(-1)).toBe(result.hits);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(await dump.search('あ', { limit: 6 })).toMatchObject({ hits: 6, stories: 2 });
    });
  });

  it('wants something to look for, and can be given up', async () => {
    await withDump(dumpFile(content), {}, async (dump) => {
      await expect(dump.search('')).rejects.toMatchObject({ code: 'query-empty' });
      await expect(dump.search('港', { signal: AbortSignal.abort(new Error('given up')) })).rejects.toThrow(
        'given up',
      );
    });
  });
});

it('the finder finds what indexOf finds', () => {
  const bytes = fc
    .array(fc.constantFrom(0x61, 0x62, 0xe3, 0x81, 0x82), { maxLength: 60 })
    .map((array) => Buffer.from(array));
  fc.assert(
    fc.property(bytes, bytes, fc.nat(60), (haystack, long, from) => {
      const needle = long.subarray(0, 9);
      if (needle.length === 0) return;
      const start = Math.min(from, haystack.length);
      expect(new ByteFinder(needle).find(haystack, start, haystack.length)).toBe(
        haystack.indexOf(needle, start),
      );
    }),
    { numRuns: 3000 },
  );
});
