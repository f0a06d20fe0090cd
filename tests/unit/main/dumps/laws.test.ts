import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../../app/formats/plain-text/split-text.ts';
import type { SplitRule } from '../../../../app/formats/split-rule.ts';
import { isBlank } from '../../../../app/text/blanks.ts';
import { secondsOfIso } from '../../../../app/text/dates.ts';
import { linesOf } from '../../../../app/text/lines.ts';
import { codecOf, type Encoding } from '../../../../main/dumps/codec.ts';
import { newMeeting, type PartToScan, scanPart } from '../../../../main/dumps/scan-part.ts';
import { BLOCK_STORIES, ColumnBlock } from '../../../../main/dumps/story-columns.ts';
import { folder, storiesOf, withDump } from './dump-files.ts';

const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '港の話',
      'The harbour',
      '嵐が来る👨‍👩‍👧',
      '続き… https://t.co/a',
      '字'.repeat(30),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '— 湊ニュース (@minato_news) April 12, 2025',
      '　— 浜（＠hama） 2025年4月13日',
      '— 湊ニュース (@minato_news) April 12, 2025 10:30',
      '- list (@not_a_byline)',
      '&mdash; 湊 (@minato) 令和7年4月12日 https://x.com/a/status/1',
      '— no handle, no byline',
      '— A (@a) (＠b) 2025/4/1',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '　',
      '\t\u00a0',
      '---',
      '====',
      '# 見出し',
      '#湊(250412)',
      '＃湊（２５０４１２）',
      '-',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/[\r\n\0\ud800-\udfff]/gu, '')),
  },
);
const newline = fc.constantFrom('\n', '\r\n');
const textOf = fc
  .tuple(fc.array(fc.tuple(line, newline), { maxLength: 40 }), fc.boolean())
  .map(([lines, ended]) =>
    lines.map(([text, end], index) => text + (index < lines.length - 1 || ended ? end : '')).join(''),
  )
  .filter((text) => text.split('\n').some((part) => !isBlank(part)) && !text.startsWith('\ufeff'));
const rule = fc.constantFrom<SplitRule>(
  { kind: 'byline' },
  { kind: 'blank-lines' },
  { kind: 'headings' },
  { kind: 'wide-gaps' },
  { kind: 'lines' },
  { kind: 'whole' },
  { kind: 'separator', separator: '---' },
  { kind: 'pattern', pattern: '^(港|—)' },
);
const path = join(folder, 'law.txt');

interface Row {
  start: number;
  end: number;
  byline: number;
  source: string;
  day: number;
  language: number;
  fingerprint: string;
}

async function scanned(part: Partial<PartToScan> & Pick<PartToScan, 'rule' | 'to'>): Promise<Row[]> {
  const full = {
    path,
    encoding: 'utf-8' as Encoding,
    from: 0,
    inside: false,
    chunkBytes: 1 << 16,
    meeting: null,
    ...part,
  };
  const blocks: ColumnBlock[] = [];
  const sources: string[] = [];
  const take = (report: {
    blocks: SharedArrayBuffer[];
    sources: { name: string; handle: string | null }[];
  }) => {
    blocks.push(...report.blocks.map((memory) => new ColumnBlock(memory)));
    sources.push(...report.sources.map((source) => `${source.name}@${source.handle}`));
  };
  const result = await scanPart(full, take, () => false);
  take(result);
  return Array.from({ length: result.count }, (_, ordinal) => {
    const block = blocks[Math.floor(ordinal / BLOCK_STORIES)] as ColumnBlock;
    const start = block.start[ordinal] as number;
    return {
      start,
      end: start + (block.length[ordinal] as number),
      byline: block.byline[ordinal] as number,
      source: sources[block.source[ordinal] as number] ?? '',
      day: block.day[ordinal] as number,
      language: block.language[ordinal] as number,
      fingerprint: `${block.low[ordinal]} ${block.high[ordinal]}`,
    };
  });
}

describe('a scan', () => {
  it('finds the stories that the text has, in every encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        textOf,
        rule,
        fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be'),
        async (text, rule, encoding) => {
          const bytes = codecOf(encoding).encode(text);
          writeFileSync(path, bytes);
          const rows = await scanned({ rule, encoding, to: bytes.length });
          const bytesAt = (index: number) => codecOf(encoding).encode(text.slice(0, index)).length;
          const expected = splitText(text, rule).map(({ start, end }) => ({
            start: bytesAt(start),
            end: bytesAt(end),
          }));
          expect(rows.map(({ start, end }) => ({ start, end }))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on the size of the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(textOf, rule, fc.integer({ min: 1, max: 40 }), async (text, rule, chunkBytes) => {
        writeFileSync(path, text);
        const to = Buffer.byteLength(text);
        expect(await scanned({ rule, to, chunkBytes })).toEqual(await scanned({ rule, to }));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same from two threads that begin at any line', async () => {
    await fc.assert(
      fc.asyncProperty(
        textOf,
        rule,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (text, rule, where) => {
          writeFileSync(path, text);
          const bytes = Buffer.from(text);
          const from = bytes.indexOf(10, Math.floor(where * bytes.length)) + 1;
          if (from === 0 || from >= bytes.length) return;
          const meeting = newMeeting();
          const second = await scanned({ rule, from, to: bytes.length, inside: true, meeting });
          const first = await scanned({ rule, to: from, meeting });
          expect([...first, ...second]).toEqual(await scanned({ rule, to: bytes.length }));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a dump', () => {
  it('puts every line that is not blank into exactly one story and one segment, and its columns say what its stories say', async () => {
    await fc.assert(
      fc.asyncProperty(textOf, rule, async (text, rule) => {
        writeFileSync(path, text);
        const bytes = Buffer.from(text);
        await withDump(path, { rule }, async (dump) => {
          let at = 0;
          let byte = 0;
          const ids = new Set<string>();
          for await (const story of dump.stories()) {
            expect(story.byteStart).toBeGreaterThanOrEqual(byte);
            expect(bytes.subarray(story.byteStart, story.byteEnd).toString()).toBe(story.text);
            expect(isBlank(bytes.subarray(byte, story.byteStart).toString().replace(/\n/gu, ''))).toBe(true);
            byte = story.byteEnd;
            let end = 0;
            for (const segment of story.segments) {
              expect(isBlank(story.text.slice(end, segment.start).replace(/\n/gu, ''))).toBe(true);
              expect(segment.end).toBeGreaterThan(segment.start);
              end = segment.end;
            }
            expect(end).toBe(story.text.length);
            expect(dump.langOf(at)).toBe(story.lang);
            expect(dump.sources[dump.sourceOf(at)] ?? null).toEqual(story.source);
            expect(dump.dayOf(at) === null).toBe(story.publishedAt === null);
            expect(dump.timeOf(at)).toBe(story.publishedAt === null ? null : secondsOfIso(story.publishedAt));
            ids.add(story.id);
            at++;
          }
          expect(isBlank(bytes.subarray(byte).toString().replace(/\n/gu, ''))).toBe(true);
          expect(at).toBe(dump.count);
          expect(ids.size).toBe(dump.count);
          const lines = linesOf(text).filter((line) => !isBlank(line.text)).length;
          expect(dump.count).toBeLessThanOrEqual(lines);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the ids of its stories when stories are put before or behind them', async () => {
    const story = fc.tuple(
      fc.nat(1000),
      fc.array(fc.constantFrom('本文。', '続き… https://t.co/a', 'More text'), { maxLength: 3 }),
    );
    const dump = fc.uniqueArray(story, { minLength: 1, maxLength: 6, selector: ([number]) => number });
    const written = (stories: (readonly [number, string[]])[]) =>
      stories
        .map(([number, rest]) => [`話${number} #港`, '— 湊 (@minato) April 12, 2025', ...rest, ''].join('\n'))
        .join('');
    await fc.assert(
      fc.asyncProperty(dump, dump, dump, async (before, stories, behind) => {
        writeFileSync(path, written(stories));
        const ids = (await storiesOf(path)).map(({ id }) => id);
        const others = (more: typeof before) => more.map(([number, rest]) => [number + 5000, rest] as const);
        writeFileSync(path, written(others(before)) + written(stories) + written(others(behind)));
        const all = (await storiesOf(path)).map(({ id }) => id);
        expect(all.slice(before.length, before.length + stories.length)).toEqual(ids);
      }),
      { numRuns: 6 },
    );
  });
});
