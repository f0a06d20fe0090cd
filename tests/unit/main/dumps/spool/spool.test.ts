import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDump } from '../../../../../main/dumps/open-dump.ts';
import { folder, post, storiesOf, withDump } from '../dump-files.ts';
import { exactly } from '../searches.ts';

const TEXTS: [name: string, text: string][] = [
  ['day-2.txt', post('港の橋が閉じる "来年"\\から', 'minato_news', '続き😀です。\nその記事。')],
  ['day-10.txt', post('市長が会見', 'kita_press') + post('港の橋が閉じる', 'minato_news')],
  ['more/day-1.txt', '一\n\n二\n\n三\n'],
];

function dumpFolder(): string {
  const path = mkdtempSync(join(folder, 'folder-'));
  mkdirSync(join(path, 'more'));
  for (const [name, text] of TEXTS) writeFileSync(join(path, name), text);
  writeFileSync(join(path, '.hidden'), 'nobody sees this');
  writeFileSync(join(path, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]));
  return path;
}

describe('a spooled dump', () => {
  it('has the stories of all its entries, in order, as each has them alone', async () => {
    const path = dumpFolder();
    const stories = await storiesOf(path);
    const alone = (await Promise.all(TEXTS.map(([name]) => storiesOf(join(path, name))))).flat();
    const told = ({ id, source, publishedAt, text, segments, lead, lang }: (typeof stories)[number]) => ({
      id,
      source,
      publishedAt,
      text,
      segments,
      lead,
      lang,
    });
    expect(stories.map(told)).toEqual(alone.map(told));
    expect(stories.map(({ origin }) => [origin?.entry, origin?.position])).toEqual([
      ['day-2.txt', 1],
      ['day-10.txt', 1],
      ['day-10.txt', 3],
      ['more/day-1.txt', 1],
      ['more/day-1.txt', 3],
      ['more/day-1.txt', 5],
    ]);
  });

  it('tells equal stories apart, and finds each by its id', async () => {
    const path = mkdtempSync(join(folder, 'folder-'));
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(path, name), post('港の橋が閉じる'));
    await withDump(path, {}, async (dump) => {
      const ids = (await dump.rows([0, 1, 2])).map(({ id }) => id);
      expect(ids).toEqual([ids[0], `${ids[0]}~2`, `${ids[0]}~3`]);
      for (const [ordinal, id] of ids.entries()) expect(await dump.find(id)).toBe(ordinal);
      expect(await dump.find(`${ids[0]}~4`)).toBe(null);
    });
  });

  it('is searched in its texts only, whatever JSON makes of them', async () => {
    await withDump(dumpFolder(), {}, async (dump) => {
      expect(await dump.search(exactly('橋が閉じる'))).toMatchObject({ hits: 2, stories: 2 });
      expect(await dump.search(exactly('"来年"\\から'))).toMatchObject({ hits: 1 });
      expect(await dump.search(exactly('day-10'))).toMatchObject({ hits: 0 });
    });
  });

  it('says what it was made of', async () => {
    await withDump(dumpFolder(), {}, async (dump) => {
      expect(dump.format).toBe('folder');
      expect(dump.contents).toEqual([{ format: 'plain-text', entries: 3, stories: 6 }]);
      expect(dump.problems).toEqual([]);
    });
  });

  it('is read from its cached spool the next time', async () => {
    const path = dumpFolder();
    const cacheFolder = mkdtempSync(join(folder, 'cache-'));
    const read = () => withDump(path, { cacheFolder }, async (dump) => dump.rows([0, 1, 2, 3, 4, 5]));
    const first = await read();
    const spool = readdirSync(cacheFolder).find((name) => name.endsWith('.spool')) ?? '';
    const made = statSync(join(cacheFolder, spool)).mtimeMs;
    expect(await read()).toEqual(first);
    expect(statSync(join(cacheFolder, spool)).mtimeMs).toBe(made);
    rmSync(join(cacheFolder, spool));
    expect(await read()).toEqual(first);
  });

  it('leaves nothing behind where there is no cache, or where it was cancelled', async () => {
    const cacheFolder = mkdtempSync(join(folder, 'cache-'));
    const path = mkdtempSync(join(folder, 'folder-'));
    for (let file = 0; file < 50; file++) writeFileSync(join(path, `${file}.txt`), post('話').repeat(2000));
    const stopping = new AbortController();
    const dump = await openDump(path, { cacheFolder, signal: stopping.signal });
    stopping.abort();
    await dump.ready;
    expect(dump.complete).toBe(false);
    expect((await dump.read(0)).lead).toBe('話');
    await dump.close();
    expect(readdirSync(cacheFolder)).toEqual([]);
  });
});
