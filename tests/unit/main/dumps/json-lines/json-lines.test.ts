import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source, Story } from '../../../../../app/story.ts';
import { scanJsonLines } from '../../../../../main/dumps/json-lines/scan-json-lines.ts';
import type { ScanReport } from '../../../../../main/dumps/scan-part.ts';
import { ColumnBlock } from '../../../../../main/dumps/story-columns.ts';
import { dumpFile, folder, storiesOf, withDump } from '../dump-files.ts';
import { exactly } from '../searches.ts';
import { MAPPING, written } from './records.ts';

const POSTS = Array.from({ length: 40 }, (_, n) => ({
  id: String(1000 + n),
  at: `2025-02-${String((n % 28) + 1).padStart(2, '0')}T10:30:00+09:00`,
  user: { name: `湊新報${n % 3}`, handle: `@minato_${n % 3}` },
  text: `湊大橋が${n}日に開通した。\n市長は「来年」と述べた。`,
}));
const lines = (records: readonly unknown[], end = '\n') =>
  records.map((record) => JSON.stringify(record) + end).join('');

/** What does not depend on where a story was read. */
const told = ({ byteStart, byteEnd, origin, ...story }: Story) => story;

/** In a folder, the same file is streamed through a spool. */
function folderWith(content: string | Buffer): string {
  const path = mkdtempSync(join(folder, 'spooled-'));
  writeFileSync(join(path, 'posts.jsonl'), content);
  return path;
}

describe('JSON lines read in place', () => {
  it('have the stories that they have through a spool', async () => {
    for (const content of [
      lines(POSTS),
      lines(POSTS, '\r\n'),
      `\ufeff${lines(POSTS)}`,
      lines(POSTS).trimEnd(),
    ]) {
      const stories = await storiesOf(dumpFile(content));
      expect(stories).toHaveLength(POSTS.length);
      expect(stories.every(({ origin }) => origin === null)).toBe(true);
      const bytes = Buffer.from(content);
      for (const [index, { byteStart, byteEnd }] of stories.entries())
        expect(bytes.toString('utf8', byteStart, byteEnd)).toBe(JSON.stringify(POSTS[index]));
      expect(stories.map(told)).toEqual((await storiesOf(folderWith(content))).map(told));
    }
  });

  it('are known by source, day and language without being read', async () => {
    await withDump(dumpFile(lines(POSTS)), {}, async (dump) => {
      expect(dump.format).toBe('json');
      expect(dump.contents).toEqual([{ format: 'json', entries: 1, stories: 40 }]);
      expect(dump.sources.map(({ handle }) => handle)).toEqual(['minato_0', 'minato_1', 'minato_2']);
      expect([dump.sourceOf(4), dump.dayOf(4), dump.langOf(4)]).toEqual([
        1,
        Date.UTC(2025, 1, 5) / 864e5,
        'ja',
      ]);
      expect(dump.rangeOf(1).byteStart).toBe(Buffer.byteLength(lines(POSTS.slice(0, 1))));
    });
  });

  it('tell apart stories with one id, and find each by it, with a hint or without', async () => {
    const records = [
      POSTS[0],
      POSTS[1],
      { ...POSTS[2], id: '1000' },
      { text: '港 と 橋' },
      { text: '港 \\u3068 橋', id: '' },
    ];
    const content = lines(records).replaceAll('\\\\u', '\\u');
    const reading = { format: null, encoding: null, mapping: MAPPING };
    await withDump(dumpFile(content), { reading }, async (dump) => {
      const ids = (await dump.rows([0, 1, 2, 3, 4])).map(({ id }) => id);
      expect(ids.slice(0, 3)).toEqual(['1000', '1001', '1000~2']);
      expect(ids[3]).toMatch(/^[0-9a-f]{20}$/u);
      expect(ids[4]).toBe(`${ids[3]}~2`);
      for (const [ordinal, id] of ids.entries()) {
        expect(await dump.find(id)).toBe(ordinal);
        expect(await dump.find(id, { ordinal })).toBe(ordinal);
      }
      expect(await dump.find('1002')).toBe(null);
    });
  });

  it('name what is no story by line and byte, and invalid bytes as well', async () => {
    const good = lines(POSTS.slice(0, 2));
    const bad = '{"text": oops}\n\n{"id":"5"}\n';
    const invalid = Buffer.concat([
      Buffer.from('{"text":"a '),
      Buffer.from([0xff, 0x62]),
      Buffer.from('"}\n'),
    ]);
    const content = Buffer.concat([Buffer.from(good + bad), invalid, Buffer.from(`${good}{"text":"cut`)]);
    const path = dumpFile(content);
    const where = (position: number, byte: number) => ({
      entry: basename(path),
      unit: 'line',
      position,
      byte,
    });
    const size = Buffer.byteLength(good);
    for (const splitAt of [undefined, size + 3, content.length - 30])
      await withDump(path, splitAt === undefined ? {} : { tuning: { splitAt } }, async (dump) => {
        expect(dump.count).toBe(5);
        expect((await dump.read(2)).text).toBe('a \ufffdb');
        expect(dump.problems).toMatchObject([
          { code: 'dump-invalid-bytes', params: { line: 6, byte: size + bad.length + 11, total: 1 } },
          { code: 'record-bad-json', params: where(3, size) },
          { code: 'record-no-text', params: { ...where(5, size + 16), column: 'text' } },
          { code: 'record-bad-json', params: where(9, content.length - 12) },
        ]);
      });
  });

  it('are as they were when they are opened again', async () => {
    const path = dumpFile(`${lines(POSTS)}oops\n`);
    const cacheFolder = mkdtempSync(join(folder, 'cache-'));
    const first = await withDump(path, { cacheFolder }, async (dump) => [await dump.read(39), dump.problems]);
    expect(readdirSync(cacheFolder).some((name) => name.endsWith('.spool'))).toBe(false);
    const again = await withDump(path, { cacheFolder }, async (dump) => [await dump.read(39), dump.problems]);
    expect(again).toEqual(first);
  });

  it('are searched in their texts', async () => {
    await withDump(dumpFile(lines(POSTS)), {}, async (dump) => {
      expect(await dump.search(exactly('開通した。\n市長'))).toMatchObject({ hits: 40, stories: 40 });
      expect(await dump.search(exactly('湊新報'))).toMatchObject({ hits: 0 });
    });
  });

  it('are not those whose texts have to be decoded, nor other shapes of JSON', async () => {
    const html = POSTS.map((post) => ({ ...post, text: `<p>${post.text}</p>` }));
    for (const content of [lines(html), JSON.stringify(POSTS), JSON.stringify(POSTS, null, 2)]) {
      const stories = await storiesOf(dumpFile(content));
      expect(stories).toHaveLength(POSTS.length);
      expect(stories[0]?.origin).not.toBe(null);
    }
  });
});

describe('a part of a dump', () => {
  it('has the same rows, whatever is read at a time and wherever it begins', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(),
        fc.constantFrom('\n', '\r\n', '\n\n', '\n \t\n'),
        async (records, chunkBytes, cut, between) => {
          const content = Buffer.from(records.map((line) => line.replaceAll('\n', ' ')).join(between));
          const path = dumpFile(content);
          const middle = content.indexOf(10, cut % content.length) + 1;
          const whole = await scanned(path, 0, content.length, 1 << 16);
          expect(await scanned(path, 0, content.length, chunkBytes)).toEqual(whole);
          const [first, second] = [
            await scanned(path, 0, middle, chunkBytes),
            await scanned(path, middle, content.length, chunkBytes),
          ];
          expect([...first.rows, ...second.rows]).toEqual(whole.rows);
          expect([
            ...first.bad,
            ...second.bad.map(([code, line, byte]) => [code, line + first.lines, byte]),
          ]).toEqual(whole.bad);
        },
      ),
      { numRuns: 100 },
    );
  });
});

async function scanned(path: string, from: number, to: number, chunkBytes: number) {
  const blocks: SharedArrayBuffer[] = [];
  const sources: Source[] = [];
  const take = (news: ScanReport) => {
    blocks.push(...news.blocks);
    sources.push(...news.sources);
  };
  const part = { path, mapping: MAPPING, from, to, chunkBytes, lineLimit: 1 << 20 };
  const found = await scanJsonLines(part, take, () => false);
  take(found);
  const columns = blocks.map((memory) => new ColumnBlock(memory))[0] as ColumnBlock;
  const rows = Array.from({ length: found.count }, (_, row) => [
    columns.start[row],
    columns.length[row],
    sources[columns.source[row] as number],
    columns.day[row],
    columns.low[row],
    columns.high[row],
    columns.language[row],
    columns.flags[row],
    columns.time[row],
  ]);
  const bad = found.badLines.map(({ code, line, byte }): [string, number, number] => [code, line, byte]);
  return { rows, bad, lines: found.lines };
}

describe('a line that is too long', () => {
  const part = { mapping: MAPPING, from: 0, chunkBytes: 1 << 16, lineLimit: 1 << 20 };

  it('is named and left out, and the next one is read', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(3 << 20) });
    const fitting = JSON.stringify({ text: 'x'.repeat((1 << 20) - 11) });
    const content = `${lines(POSTS.slice(0, 1))}${long}\n${fitting}\noops\n${long}`;
    const path = dumpFile(content);
    const found = await scanJsonLines(
      { ...part, path, to: Buffer.byteLength(content) },
      () => {},
      () => false,
    );
    expect(found.count).toBe(2);
    expect(found.lines).toBe(5);
    const first = Buffer.byteLength(lines(POSTS.slice(0, 1)));
    expect(found.badLines.map(({ code, line, byte }) => [code, line, byte])).toEqual([
      ['record-too-large', 2, first],
      ['record-bad-json', 4, first + long.length + fitting.length + 2],
      ['record-too-large', 5, first + long.length + fitting.length + 7],
    ]);
  });

  it('takes no more memory the longer it is', async () => {
    const path = dumpFile(Buffer.alloc(200 << 20, 'x'));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = () => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      return false;
    };
    const found = await scanJsonLines({ ...part, path, to: 200 << 20 }, () => {}, watch);
    expect(found.badLineCount).toBe(1);
    expect(most).toBeLessThan(64 << 20);
  });
});
