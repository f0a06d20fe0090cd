import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileAccess } from '../../../../../main/dumps/intake/file-access.ts';
import { containerOf, entriesOf } from '../../../../../main/dumps/intake/intake.ts';
import { LIMITS } from '../../../../../main/dumps/intake/limits.ts';
import { centralDirectory, findZip } from '../../../../../main/dumps/intake/zip/central-directory.ts';
import { entryNames } from '../../../../../main/dumps/intake/zip/entry-names.ts';
import type { ZipEntry } from '../../../../../main/dumps/intake/zip/zip-entry.ts';
import {
  CORPORA,
  codesOf,
  fileOf,
  folder,
  hasCorpora,
  type Packed,
  replaceAll,
  take,
  temporaryFiles,
  textOf,
  textsOf,
  zipOf,
} from './support.ts';

const ZIP = `${CORPORA}zip/`;

async function namesIn(path: string): Promise<string[]> {
  const access = await FileAccess.open(path);
  const entries: ZipEntry[] = [];
  const extent = await findZip(access);
  if (extent !== null) for await (const entry of centralDirectory(access, extent)) entries.push(entry);
  await access.close();
  return entryNames(entries);
}

describe.skipIf(!hasCorpora)('the corpora', () => {
  it.each([
    ['all_prepended_bytes.zip', { 'Hello.txt': 'Hello World\n' }, []],
    ['backslash.zip', { 'Hel/lo.txt': 'Hello World\n' }, []],
    ['data_descriptor.zip', { 'Hello.txt': 'Hello World\n' }, []],
    ['empty.zip', {}, []],
    ['encrypted.zip', {}, ['entry-encrypted']],
    ['libarchive_filename_cp932.zip', { '表だよ/一覧表.txt': 'Hello', '表だよ/漢字.txt': 'kanji' }, []],
    ['yauzl_absolute_path_atxt.zip', { 'b.txt': 'bsdf\n' }, ['entry-unsafe-name']],
    ['local_encoding_in_name.zip', {}, []],
    ['yauzl_unicode.zip', {}, []],
  ])('%s', async (name, texts, codes) => {
    const taken = await take(ZIP + name);
    expect(textsOf(taken)).toEqual(texts);
    expect(codesOf(taken)).toEqual(codes);
    expect(await containerOf(ZIP + name)).toBe('zip');
  });

  it('has names in Russian DOS and in UTF-8', async () => {
    expect(await namesIn(`${ZIP}local_encoding_in_name.zip`)).toEqual([
      'Новая папка/',
      'Новая папка/Новый текстовый документ.txt',
    ]);
    expect((await namesIn(`${ZIP}yauzl_unicode.zip`))[0]).toBe('Turmion Kätilöt/');
  });
});

describe('a zip archive', () => {
  const name = fc.stringMatching(/^[a-z0-9港湊-]{1,6}(\/[a-z0-9港_]{1,4})?\.(txt|js)$/);
  const packed = fc.uniqueArray(
    fc.record({
      name,
      content: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
        .filter((text) => text.trim() !== ''),
      stored: fc.boolean(),
      streamed: fc.boolean(),
    }),
    { selector: (entry) => entry.name.split('/')[0]?.replace(/\..*/, ''), maxLength: 5 },
  );

  it('gives what was packed, in the order of the unpacked folder', async () => {
    await fc.assert(
      fc.asyncProperty(packed, fc.boolean(), async (entries, zip64) => {
        const taken = await take(fileOf(await zipOf(entries, zip64)), { encoding: 'utf-8' });
        const unpacked = mkdtempSync(join(folder, 'unpacked-'));
        for (const entry of entries) {
          mkdirSync(dirname(join(unpacked, entry.name)), { recursive: true });
          writeFileSync(join(unpacked, entry.name), entry.content);
        }
        expect(taken).toEqual(await take(unpacked, { encoding: 'utf-8' }));
        expect(textsOf(taken)).toEqual(
          Object.fromEntries(entries.map((entry) => [entry.name, entry.content])),
        );
        expect(taken.problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('cut anywhere gives the beginning of what was packed, and says so', async () => {
    const entries: Packed[] = [
      { name: 'a.txt', content: '港の話\n'.repeat(40) },
      { name: 'b.txt', content: 'stored text', stored: true },
      {
        name: 'c.txt',
        content: `streamed ${Array.from({ length: 99 }, (_, index) => index * index)}`,
        streamed: true,
      },
    ];
    const whole = await zipOf(entries);
    for (let length = 1; length < whole.length; length++) {
      const taken = await take(fileOf(whole.subarray(0, length)), { encoding: 'utf-8' });
      if (length >= 4) expect(codesOf(taken), `${length}`).toContain('entry-truncated');
      if (length < 4) continue;
      for (const { name, text } of taken.entries) {
        const packed = entries.find((entry) => entry.name === name)?.content as string;
        expect(packed.startsWith(text.replace(/\ufffd$/, '')), `${length} ${name}`).toBe(true);
      }
    }
  });

  it('damaged anywhere never stops the rest of the program', async () => {
    const whole = await zipOf([
      { name: 'a.txt', content: '港の話\n'.repeat(40) },
      { name: 'b.txt', content: 'text', stored: true },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] as number) ^ bits;
        await take(fileOf(bytes));
      }),
      { numRuns: 150 },
    );
  });

  it('tells of bytes that do not match their checksum', async () => {
    const bytes = await zipOf([
      { name: 'a.txt', content: 'as it was', stored: true },
      { name: 'b.txt', content: 'another' },
    ]);
    const taken = await take(fileOf(replaceAll(bytes, Buffer.from('as it was'), Buffer.from('as it is!'))));
    expect(textsOf(taken)).toEqual({ 'a.txt': 'as it is!', 'b.txt': 'another' });
    expect(taken.problems).toEqual([
      { code: 'entry-damaged', params: { entry: 'a.txt', unit: 'byte', position: 9, detail: 'CRC-32' } },
    ]);
  });

  it('refuses names that lead out, and only those', async () => {
    const places = [
      '/etc/pw.txt',
      '../x/up.txt',
      'C:/win/a.txt',
      'a/../../b.tx',
      '..\\up\\c.txt',
      '__proto__/p',
      'a..b/c..txt.',
    ];
    const entries = places.map((name) => ({ name: name.replace(/[^a-z]/gi, 'q'), content: 'text' }));
    const bytes = await zipOf(entries);
    for (const [index, { name }] of entries.entries()) {
      replaceAll(bytes, Buffer.from(name), Buffer.from(places[index] as string));
    }
    const taken = await take(fileOf(bytes));
    expect(taken.entries.map((entry) => entry.name).sort()).toEqual(['__proto__/p', 'a..b/c..txt.']);
    expect(codesOf(taken)).toEqual(Array(5).fill('entry-unsafe-name'));
  });

  it('keeps entries of one name apart, and an odd name harmless', async () => {
    const bytes = await zipOf([
      { name: '__proto__', content: 'first' },
      { name: '__prot2__', content: 'second' },
      { name: 'constructor', content: 'third' },
    ]);
    const taken = await take(fileOf(replaceAll(bytes, Buffer.from('__prot2__'), Buffer.from('__proto__'))));
    expect(taken.entries.map(({ name, text }) => [name, text])).toEqual([
      ['__proto__', 'first'],
      ['__proto__', 'second'],
      ['constructor', 'third'],
    ]);
  });

  it('may stand behind something else', async () => {
    const bytes = Buffer.concat([
      Buffer.from('#!/bin/sh\nexit\n'),
      await zipOf([{ name: 'a.txt', content: 'text' }]),
    ]);
    expect(textsOf(await take(fileOf(bytes)))).toEqual({ 'a.txt': 'text' });
  });

  it('without its directory is read header by header', async () => {
    const bytes = await zipOf([
      { name: 'a.txt', content: 'first '.repeat(50), streamed: true },
      { name: 'b.txt', content: 'second', stored: true },
      { name: 'c.txt', content: 'third' },
    ]);
    const taken = await take(fileOf(bytes.subarray(0, bytes.indexOf('PK\x01\x02', 0, 'latin1'))));
    expect(textsOf(taken)).toEqual({ 'a.txt': 'first '.repeat(50), 'b.txt': 'second', 'c.txt': 'third' });
    expect(codesOf(taken)).toEqual(['entry-truncated']);
  });

  it('leaves out what systems, tools and people with cameras put there', async () => {
    const names = [
      '__MACOSX/._a.txt',
      '.hidden/a.txt',
      'node_modules/x.js',
      'Thumbs.db',
      'media/a.JPG',
      'page_files/x.js',
      'page_files/post.html',
      'my.uratori',
      'a.txt',
    ];
    const taken = await take(fileOf(await zipOf(names.map((name) => ({ name, content: 'text' })))));
    expect(taken.entries.map(({ name }) => name)).toEqual(['a.txt', 'page_files/post.html']);
    expect(taken.problems).toEqual([]);
  });

  it('is gone through in an archive, and so is gzip, but no deeper', async () => {
    const inmost = await zipOf([{ name: 'deep.txt', content: 'deep' }]);
    const inner = await zipOf([
      { name: 'a.txt', content: 'inner' },
      { name: 'deepest.zip', content: inmost },
    ]);
    const bytes = await zipOf([
      { name: 'inner.zip', content: inner },
      { name: 'stored.zip', content: inmost, stored: true },
      { name: 'b.jsonl.gz', content: gzipSync('{}') },
      { name: 'twice.gz.gz', content: gzipSync(gzipSync('text')) },
    ]);
    for (const inMemory of [LIMITS.inMemory, 10]) {
      const taken = await take(fileOf(bytes), { limits: { ...LIMITS, inMemory } });
      expect(textsOf(taken)).toEqual({
        'inner.zip/a.txt': 'inner',
        'stored.zip/deep.txt': 'deep',
        'b.jsonl': '{}',
      });
      expect(taken.problems).toEqual([
        { code: 'entry-too-deep', params: { entry: 'inner.zip/deepest.zip' } },
        { code: 'entry-too-deep', params: { entry: 'twice.gz' } },
      ]);
      expect(temporaryFiles()).toEqual([]);
    }
  });

  it('unpacks no further than the limits', async () => {
    const bomb = 'a'.repeat(200_000);
    const bytes = await zipOf([
      { name: 'a.txt', content: bomb },
      { name: 'b.txt', content: 'harmless' },
    ]);
    const limits = { ...LIMITS, entryFloor: 1000, entryRatio: 10 };
    const taken = await take(fileOf(bytes), { limits });
    expect(codesOf(taken)).toEqual(['entry-too-large']);
    expect(taken.problems[0]?.params.entry).toBe('a.txt');
    expect(bomb).toContain(taken.entries[0]?.text);
    expect(taken.entries[1]?.text).toBe('harmless');
    const few = await take(fileOf(bytes), { limits: { ...LIMITS, totalFloor: 1000, totalRatio: 1 } });
    expect(codesOf(few)).toEqual(['entry-too-large']);
    expect(few.entries).toEqual([]);
    expect(codesOf(await take(fileOf(bytes), { limits: { ...LIMITS, entries: 1 } }))).toEqual([
      'entry-too-many',
    ]);
  });

  it('takes names of Shift_JIS as such, though half of 表 is a backslash', async () => {
    const shiftJis = Buffer.from('955c82be82e62f8abf', 'hex');
    const stand = Buffer.from('q'.repeat(shiftJis.length));
    const bytes = replaceAll(await zipOf([{ name: stand.toString(), content: 'text' }]), stand, shiftJis);
    // Without the flag that says UTF-8.
    for (const [signature, flags] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const) {
      const at = bytes.indexOf(signature, 0, 'latin1') + flags;
      bytes.writeUInt16LE(bytes.readUInt16LE(at) & ~0x800, at);
    }
    expect((await take(fileOf(bytes))).entries[0]?.name).toBe('表だよ/漢');
  });

  it('gives an entry those beside it', async () => {
    const bytes = await zipOf([
      { name: 'data/account.js', content: 'account' },
      { name: 'data/tweets.js', content: 'tweets' },
      { name: 'README.txt', content: 'readme' },
    ]);
    for await (const entry of entriesOf(fileOf(bytes), { encoding: null })) {
      if ('code' in entry || entry.name !== 'data/tweets.js') continue;
      expect(await entry.siblings()).toEqual(['account.js', 'tweets.js']);
      expect(await entry.sibling('none.js')).toBeNull();
      const texts = await Promise.all(
        ['account.js', '../README.txt'].map(async (name) => textOf(await entry.sibling(name))),
      );
      expect(texts).toEqual(['account', 'readme']);
    }
  });
});
