import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dump } from '../../../../main/dumps/dump.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { dumpFile, folder, post, storiesOf, withDump } from './dump-files.ts';
import { exactly } from './searches.ts';

describe('a dump in an encoding of old', () => {
  const text = '港の予算を市長が説明した。';
  const russian = 'Привет, мир и город';
  const french = 'déjà vu à la gare, très tôt; ça va être gênant';
  it.each([
    ['shift_jis', text, Buffer.from('8d6082cc975c8e5a82f08e7392b782aa90e096be82b582bd8142', 'hex')],
    ['euc-jp', text, Buffer.from('b9c1a4cecdbdbbbba4f2bbd4c4b9a4acc0e2ccc0a4b7a4bfa1a3', 'hex')],
    ['iso-2022-jp', '港', Buffer.from('\x1b$B9A\x1b(B', 'latin1')],
    ['windows-1251', russian, Buffer.from('cff0e8e2e5f22c20ece8f020e820e3eef0eee4', 'hex')],
    ['windows-1252', french, Buffer.from(french, 'latin1')],
  ])('%s opens, with the ids that it has in UTF-8', async (encoding, content, bytes) => {
    const [inUtf8] = await storiesOf(dumpFile(content));
    const path = dumpFile(bytes);
    await withDump(path, {}, async (dump) => {
      expect([dump.format, dump.encoding, dump.problems]).toEqual(['plain-text', encoding, []]);
      const story = await dump.read(0);
      expect([story.text, story.id, story.lang]).toEqual([content, inUtf8?.id, inUtf8?.lang]);
      expect((await dump.search(exactly(content.slice(0, 4)))).hits).toBe(1);
    });
  });

  it('is read in the one that a person chose', async () => {
    const path = dumpFile(Buffer.from('cff0e8e2e5f2', 'hex'));
    const reading = { format: null, mapping: null, encoding: 'koi8-r' };
    await withDump(path, { reading }, async (dump) => {
      expect([dump.encoding, (await dump.read(0)).text]).toEqual(['koi8-r', 'оПХБЕР']);
    });
    const refused = openDump(path, { reading: { ...reading, encoding: 'klingon' } });
    await expect(refused).rejects.toMatchObject({ code: 'dump-encoding-unsupported' });
  });

  it('is split and told what is wrong with it as any other', async () => {
    const story = (number: string) =>
      Buffer.concat([Buffer.from('8d6082cc975c8e5a', 'hex'), Buffer.from(number)]);
    const path = dumpFile(
      Buffer.concat([
        story('1'),
        Buffer.from('\n\n'),
        story('2'),
        Buffer.from([0x80, 0x0a, 0x0a]),
        story('3'),
      ]),
    );
    await withDump(path, { rule: { kind: 'blank-lines' } }, async (dump) => {
      expect([dump.count, dump.rule, dump.encoding]).toEqual([3, { kind: 'blank-lines' }, 'shift_jis']);
    });
  });
});

describe('what cannot be opened is refused by name', () => {
  it.each([
    ['dump-empty', Buffer.alloc(0), undefined],
    ['dump-empty', Buffer.from('\ufeff'), undefined],
    ['dump-empty', Buffer.from(' \n\r\n　\n'), undefined],
    ['dump-binary', Buffer.from('89504e470d0a1a0a0000000d4948445200000100', 'hex'), undefined],
    ['dump-binary', Buffer.alloc(64), undefined],
    ['dump-encoding-unsupported', Buffer.from('fffe00006d000000', 'hex'), 'UTF-32'],
  ])('%s %#', async (code, content, encoding) => {
    const params = encoding === undefined ? {} : { encoding };
    await expect(openDump(dumpFile(content))).rejects.toMatchObject({ code, params });
  });

  it('a missing file, an empty folder, wrong rules', async () => {
    const missing = join(folder, 'missing.txt');
    await expect(openDump(missing)).rejects.toMatchObject({
      code: 'dump-not-found',
      params: { path: missing },
    });
    mkdirSync(join(folder, 'inner'));
    await expect(openDump(join(folder, 'inner'))).rejects.toMatchObject({ code: 'dump-empty' });
    const path = dumpFile('text');
    await expect(openDump(path, { rule: { kind: 'pattern', pattern: '(' } })).rejects.toMatchObject({
      code: 'pattern-invalid',
    });
    await expect(openDump(path, { rule: { kind: 'separator', separator: ' ' } })).rejects.toMatchObject({
      code: 'separator-empty',
    });
  });

  it('an opening that was given up', async () => {
    const signal = AbortSignal.abort(new Error('given up'));
    await expect(openDump(dumpFile(post('a')), { signal })).rejects.toThrow('given up');
  });
});

describe('invalid bytes', () => {
  it('are reported with position and line, and shown', async () => {
    const start = Buffer.from('港の話\n— 湊 (@minato) April 12, 2025\n本文');
    const content = Buffer.concat([
      start,
      Buffer.from([0xff]),
      Buffer.from('は\n続'),
      Buffer.from([0xe6, 0xb8]),
      Buffer.from('く。'),
    ]);
    await withDump(dumpFile(content), {}, async (dump) => {
      expect(
        dump.problems.map(({ code, params }) => [code, params.byte, params.line, params.hex, params.total]),
      ).toEqual([
        ['dump-invalid-bytes', start.length, 3, 'FF', 2],
        ['dump-invalid-bytes', start.length + 8, 4, 'E6 B8', 2],
      ]);
      expect((await dump.read(0)).text.split('\ufffd')).toHaveLength(3);
    });
  });

  it('are counted beyond those that are listed', async () => {
    const line = Buffer.concat([Buffer.from('本文です'), Buffer.from([0xff]), Buffer.from('\n')]);
    const content = Buffer.concat(Array.from({ length: 1500 }, () => line));
    await withDump(dumpFile(content), { rule: { kind: 'lines' } }, async (dump) => {
      expect(dump.problems).toHaveLength(1000);
      expect(dump.problems[999]?.params).toMatchObject({ byte: 999 * 14 + 12, line: 1000, total: 1500 });
      expect(dump.count).toBe(1500);
    });
  });

  it('are found the same whatever the chunks and threads', async () => {
    const piece = Buffer.concat([
      Buffer.from('港の話👨‍👩‍👧\n'),
      Buffer.from([0xf0, 0x9f, 0x91]),
      Buffer.from('a\n'),
      Buffer.from([0xc3]),
    ]);
    const content = Buffer.concat(Array.from({ length: 40 }, () => piece));
    const path = dumpFile(content);
    const positions = (tuning: object) =>
      withDump(path, { rule: { kind: 'lines' }, tuning }, async (dump) =>
        dump.problems.map(({ params }) => [params.byte, params.line]),
      );
    const expected = await positions({});
    expect(expected).toHaveLength(80);
    for (const chunkBytes of [1, 3, 7, 64])
      expect(await positions({ chunkBytes, splitAt: content.length / 2 })).toEqual(expected);
  });

  it('half a character at the end and lone surrogates of UTF-16 count too', async () => {
    const content = Buffer.concat([
      Buffer.from('\ufeff港\n', 'utf16le'),
      Buffer.from([0x3d, 0xd8]),
      Buffer.from('話', 'utf16le'),
      Buffer.from([0x61]),
    ]);
    await withDump(dumpFile(content), {}, async (dump) => {
      expect(dump.problems.map(({ params }) => [params.byte, params.line])).toEqual([
        [6, 2],
        [10, 2],
      ]);
    });
  });
});

describe('long lines', () => {
  it('of 20 MB are read like any other', async () => {
    const long = '長い行。'.repeat(20e6 / 12);
    const path = dumpFile(
      `港の話\n— 湊 (@minato) April 12, 2025\n${long}\r\n浜の話\n— 浜 (@hama) April 13, 2025\n${long}`,
    );
    await withDump(path, {}, async (dump) => {
      expect(dump.count).toBe(2);
      const story = await dump.read(0);
      expect(story.text.endsWith(long)).toBe(true);
      expect((await dump.read(1)).lead).toBe('浜の話');
    });
  });

  it('are split the same however they are read', async () => {
    const long = `${'a'.repeat(70_000)}\r\n`;
    const path = dumpFile(`${long}b\r\n${long}${long}c\r\n${'d'.repeat(65_536)}\n${'e'.repeat(65_537)}`);
    const expected = (await storiesOf(path, { rule: { kind: 'lines' } })).map(({ byteStart, byteEnd }) => [
      byteStart,
      byteEnd,
    ]);
    expect(expected).toHaveLength(7);
    for (const chunkBytes of [1000, 65_536, 70_001]) {
      const stories = await storiesOf(path, { rule: { kind: 'lines' }, tuning: { chunkBytes } });
      expect(stories.map(({ byteStart, byteEnd }) => [byteStart, byteEnd])).toEqual(expected);
    }
  });
});

describe('ids', () => {
  it('tell equal stories apart, in order', async () => {
    const twice = post('同じ話', 'minato_news', '同じ本文。');
    const path = dumpFile(`${twice}${post('別の話')}${twice.replaceAll('\n', '\r\n')}${twice}#湊(250412)\n`);
    const ids = (await storiesOf(path)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect([ids[0], ids[2], ids[3]]).toEqual([ids[0], `${ids[0]}~2`, `${ids[0]}~3`]);
    // In any order of asking.
    await withDump(path, {}, async (dump) => {
      expect((await dump.read(3)).id).toBe(ids[3]);
      expect((await dump.rows([2, 0])).map(({ id }) => id)).toEqual([ids[2], ids[0]]);
    });
  });

  it('of stories that differ only where no fingerprint looks are different and without a number', async () => {
    const line = (middle: string) => `${'a'.repeat(100)}${middle}${'b'.repeat(150)}`;
    const path = dumpFile(`${line('x')}\n${line('y')}\n${line('x')}\n`);
    const ids = (await storiesOf(path, { rule: { kind: 'lines' } })).map(({ id }) => id);
    expect(ids[1]).not.toBe(ids[0]);
    expect(ids[1]).not.toContain('~');
    expect(ids[2]).toBe(`${ids[0]}~2`);
  });

  it('are found by hint, and without', async () => {
    const path = dumpFile(Array.from({ length: 300 }, (_, index) => post(`話 ${index % 100} #港`)).join(''));
    await withDump(path, {}, async (dump) => {
      const { id, byteStart } = await dump.read(250);
      expect(id).toMatch(/~3$/u);
      expect(await dump.find(id)).toBe(250);
      expect(await dump.find(id, { ordinal: 250 })).toBe(250);
      expect(await dump.find(id, { ordinal: 3, byteStart })).toBe(250);
      expect(await dump.find(id, { ordinal: 9999, byteStart: 1e9 })).toBe(250);
      expect(await dump.find('0'.repeat(20))).toBeNull();
      expect(await dump.find('not an id')).toBeNull();
    });
  });
});

describe('an open dump', () => {
  it('gives the first stories before the last', async () => {
    const path = join(folder, 'growing.txt');
    const fd = openSync(path, 'w');
    const chunk = Buffer.from(
      Array.from({ length: 2000 }, (_, index) =>
        post(`話 ${index}`, 'minato_news', '本文。'.repeat(40)),
      ).join(''),
    );
    for (let written = 0; written < 40; written++) writeSync(fd, chunk);
    closeSync(fd);
    const dump = await openDump(path);
    expect(dump.complete).toBe(false);
    expect((await dump.read(0)).lead).toBe('話 0');
    let told = 0;
    const stop = dump.onProgress(() => told++);
    await dump.ready;
    expect(told).toBeGreaterThan(0);
    stop();
    expect([dump.complete, dump.count, dump.bytesScanned]).toEqual([true, 80_000, dump.bytes]);
    await dump.close();
  });

  it('can be closed while it is indexed, and then says that it is not open', async () => {
    const dump = await openDump(join(folder, 'growing.txt'));
    await dump.close();
    await expect(dump.ready).rejects.toMatchObject({ code: 'dump-not-open' });
    await expect(dump.read(0)).rejects.toMatchObject({ code: 'dump-not-open' });
  });

  it('is not read any more once its file has changed', async () => {
    const path = dumpFile(post('港の話'));
    await withDump(path, {}, async (dump) => {
      appendFileSync(path, post('浜の話'));
      const changed = { code: 'dump-changed-while-open', params: { path } };
      await expect(dump.read(0)).rejects.toMatchObject(changed);
      await expect(dump.rows([0])).rejects.toMatchObject(changed);
      await expect(dump.search(exactly('港'))).rejects.toMatchObject(changed);
    });
  });

  it('says that its file is gone, and can be read once it is back', async () => {
    const path = dumpFile(post('港の話'));
    await withDump(path, {}, async (dump) => {
      await dump.ready;
      let told = 0;
      dump.onProgress(() => (told += 1));
      renameSync(path, `${path}.away`);
      const gone = { code: 'dump-not-found', params: { path } };
      await expect(dump.read(0)).rejects.toMatchObject(gone);
      await expect(dump.search(exactly('港'))).rejects.toMatchObject(gone);
      expect([dump.refusal, told]).toEqual([gone, 1]);
      renameSync(`${path}.away`, path);
      expect((await dump.read(0)).ordinal).toBe(0);
      expect([dump.refusal, told]).toEqual([null, 2]);
    });
  });

  it('notices a change that leaves the size', async () => {
    const path = dumpFile(post('港の話'));
    utimesSync(path, 1000, 1000);
    await withDump(path, {}, async (dump) => {
      writeFileSync(path, post('浜の話'));
      await expect(dump.read(0)).rejects.toMatchObject({ code: 'dump-changed-while-open' });
    });
  });

  it('has no story beyond its last', async () => {
    await withDump(dumpFile(post('港の話')), {}, async (dump) => {
      for (const ordinal of [-1, 1, 0.5, Number.NaN]) {
        await expect(dump.read(ordinal)).rejects.toMatchObject({
          code: 'story-not-found',
          params: { ordinal },
        });
      }
    });
  });

  it('gives rows in the order asked for, with short leads', async () => {
    const long = '👍'.repeat(300);
    await withDump(dumpFile(post('一') + post(long) + post('三')), {}, async (dump: Dump) => {
      const rows = await dump.rows(Uint32Array.of(2, 0, 1, 2));
      expect(rows.map(({ ordinal }) => ordinal)).toEqual([2, 0, 1, 2]);
      expect(rows[2]?.lead).toBe('👍'.repeat(100));
    });
  });
});

describe('text outside the bylined stories', () => {
  it('in front of the first is a story of its own', async () => {
    const stories = await storiesOf(dumpFile(`今日のまとめ\n前書き\n${post('港の話')}`));
    expect(stories.map(({ source, segments }) => [source?.handle, segments.map(({ kind }) => kind)])).toEqual(
      [
        [undefined, ['article']],
        ['minato_news', ['post', 'byline']],
      ],
    );
    expect(stories[0]).toMatchObject({ source: null, publishedAt: null, precision: 'none' });
  });
});
