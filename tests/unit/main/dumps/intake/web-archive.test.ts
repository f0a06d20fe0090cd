import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../../../../main/dumps/intake/byte-reader.ts';
import { FileSource } from '../../../../../main/dumps/intake/file-source.ts';
import { gunzip } from '../../../../../main/dumps/intake/gunzip.ts';
import { containerOf } from '../../../../../main/dumps/intake/intake.ts';
import { LIMITS } from '../../../../../main/dumps/intake/limits.ts';
import { ignore } from '../../../../../main/dumps/intake/source.ts';
import { RecordReader } from '../../../../../main/dumps/intake/web-archive/record-reader.ts';
import { warcSyntax } from '../../../../../main/dumps/intake/web-archive/warc-syntax.ts';
import { CORPORA, codesOf, fileOf, hasCorpora, take, textsOf, zipOf } from './support.ts';

const WARC = `${CORPORA}warc/`;

describe.skipIf(!hasCorpora)('the corpora', () => {
  const rows = hasCorpora ? readFileSync(`${CORPORA}SOURCES.tsv`, 'utf8').split('\n') : [];
  const counted = rows.flatMap((row) => {
    const [path, ...rest] = row.split('\t');
    const counts = /records (\{.*?\})/.exec(rest.at(-1) ?? '')?.[1];
    if (!path?.startsWith('warc/') || counts === undefined) return [];
    return [[path.slice(5), JSON.parse(counts.replaceAll("'", '"')) as Record<string, number>] as const];
  });

  it.each(counted)('%s has the records that were counted', async (name, counts) => {
    const source = new FileSource(WARC + name, name, 0, () => {});
    const packed = (await containerOf(WARC + name)) === 'warc' && readFileSync(WARC + name)[0] === 0x1f;
    const reader = new ByteReader(packed ? gunzip(source, ignore) : source.read(ignore));
    const found: Record<string, number> = {};
    for await (const record of new RecordReader(reader, warcSyntax, LIMITS.record).records()) {
      if (!('flaw' in record)) found[record.kind] = (found[record.kind] ?? 0) + 1;
    }
    expect(found).toEqual(counts);
  });

  it.each([
    ['example.warc', 1],
    ['example.warc.gz', 1],
    ['example-bad-non-chunked.warc.gz', 1],
    // Of 18 responses 17 are no redirection and 6 are pages.
    ['example-collection-with-lists.warc', 6],
    ['example-collection.warc', 1],
    ['example-digest.warc', 0],
    ['example-iana.org-chunked.warc', 1],
    ['example-resource.warc.gz', 1],
    ['example-space-in-target-uri.warc.gz', 0],
    ['example-warcinfo-metadata.warc', 1],
    ['example-wget-bad-target-uri.warc.gz', 1],
    ['example-wrong-chunks.warc.gz', 1],
    ['post-test.warc.gz', 3],
    ['resiliparse_clueweb-quirk.warc.gz', 29],
    ['whirlwind.warc.gz', 1],
    ['whirlwind.warc.wat.gz', 0],
    ['whirlwind.warc.wet.gz', 1],
    ['example.arc.gz', 1],
    ['valid_example_1.wacz', 1],
    ['valid_example_2.wacz', 1],
  ])('%s has %i texts', async (name, count) => {
    const taken = await take(WARC + name);
    expect(taken.entries).toHaveLength(count);
    expect(codesOf(taken)).toEqual([]);
    expect(await containerOf(WARC + name)).toBe(name.endsWith('wacz') ? 'wacz' : 'warc');
    for (const { text, url } of taken.entries) {
      expect(text).toMatch(/<html|^\{|Biquipedia/i);
      expect(url).toMatch(/^https?:\/\/[^<>]+$/);
    }
  });

  it('wrong lengths in a WET file hide none of its three texts', async () => {
    const taken = await take(`${WARC}cc_net_sample.wet`);
    expect(taken.entries.map(({ url, text }) => [url, text.split('\n')[0]])).toEqual([
      ['http://sample_english.com', 'Famous Mark Twain Quotes'],
      ['http://sample_chinese.zh', '馬克·吐溫名言'],
      ['http://sample_russian.ru', 'Цитаты знаменитого Марка Твена'],
    ]);
    expect(new Set(codesOf(taken))).toEqual(new Set(['entry-damaged']));
  });

  it('a broken ARC and a broken WACZ are read as far as they can be', async () => {
    expect(codesOf(await take(`${WARC}bad.arc`))).toEqual(['entry-damaged', 'entry-damaged']);
    expect((await take(`${WARC}invalid_example_1.wacz`)).entries.map(({ name }) => name)).toEqual([
      'data/archive/test.txt',
      'datapackage.json',
    ]);
  });

  it('cut anywhere, gives no other texts than whole', async () => {
    for (const name of readdirSync(WARC).filter((file) => /^example.*(?:warc|arc)(?:\.gz)?$/.test(file))) {
      const bytes = readFileSync(WARC + name);
      const whole = await take(WARC + name);
      for (let length = 100; length < Math.min(bytes.length, 6000); length += 97) {
        const { entries } = await take(fileOf(bytes.subarray(0, length), name));
        for (const [index, entry] of entries.entries()) {
          const { text, ...rest } = whole.entries[index] as (typeof entries)[0];
          expect({ ...entry, text: '' }).toEqual({ ...rest, text: '' });
          expect(text.startsWith(entry.text.replace(/\ufffd$/, '')), `${name} ${length}`).toBe(true);
        }
      }
    }
  });
});

const CRLF = '\r\n';

interface Made {
  type?: string;
  url?: string;
  contentType?: string;
  body: string | Uint8Array;
  /** Instead of the right one. */
  length?: string;
}

function record({
  type = 'response',
  url = 'https://minato.example/',
  contentType,
  body,
  length,
}: Made): Buffer {
  const block = Buffer.from(body as string);
  const header = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2025-02-08T01:02:03Z',
    `Content-Type: ${contentType ?? 'application/http; msgtype=response'}`,
    `Content-Length: ${length ?? block.length}`,
  ].join(CRLF);
  return Buffer.concat([Buffer.from(header + CRLF + CRLF), block, Buffer.from(CRLF + CRLF)]);
}

function http(body: string | Uint8Array, fields: Record<string, string> = {}, status = '200 OK'): Buffer {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...fields };
  const header = [
    `HTTP/1.1 ${status}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ].join(CRLF);
  return Buffer.concat([Buffer.from(header + CRLF + CRLF), Buffer.from(body as string)]);
}

const takeRecords = (records: readonly Buffer[], name = 'crawl.warc') =>
  take(fileOf(Buffer.concat(records), name));
const textsIn = async (records: readonly Buffer[]) =>
  (await takeRecords(records)).entries.map(({ text }) => text);

describe('a web archive', () => {
  it('gives its pages with their address, the time they were taken and their type', async () => {
    const url = 'https://minato.example/港?a=1';
    const taken = await takeRecords([
      record({ type: 'warcinfo', contentType: 'application/warc-fields', body: 'software: x' }),
      record({ type: 'request', contentType: 'application/http; msgtype=request', body: 'GET / HTTP/1.1' }),
      record({ url: `<${url}>`, body: http('<p>港</p>') }),
    ]);
    const common = { url, date: '2025-02-08T01:02:03Z', mediaType: 'text/html' };
    expect(taken.entries).toEqual([{ name: `crawl.warc!${url}`, text: '<p>港</p>', ...common }]);
    expect(taken.problems).toEqual([]);
  });

  it('leaves out quietly what nobody reads', async () => {
    const nothing = [
      record({ body: http('moved', {}, '301 Moved') }),
      record({ body: http('gone', {}, '404 Not Found') }),
      record({ body: http('GIF89a', { 'Content-Type': 'image/gif' }) }),
      record({ body: http('a{}', { 'Content-Type': 'text/css' }) }),
      record({ body: http('alert(1)', { 'Content-Type': 'application/javascript' }) }),
      record({
        body: http(Buffer.from('504b0304000000', 'hex'), { 'Content-Type': 'application/octet-stream' }),
      }),
      record({ body: http(Buffer.from('89504e470d0a1a0a0000', 'hex')) }),
      record({ body: http('  \n') }),
      record({ type: 'revisit', body: http('') }),
      record({ type: 'metadata', contentType: 'application/json', body: '{"Container":{}}' }),
      record({ type: 'response', url: 'dns:minato.example', contentType: 'text/dns', body: '20250208' }),
      record({
        type: 'resource',
        url: 'metadata://gnu.org/software/wget/warc/wget.log',
        contentType: 'text/plain',
        body: 'log',
      }),
    ];
    const taken = await takeRecords([
      ...nothing,
      record({ type: 'resource', contentType: 'text/plain', body: 'note' }),
    ]);
    expect(taken.entries.map(({ text }) => text)).toEqual(['note']);
    expect(taken.problems).toEqual([]);
  });

  it('undoes transfer and content codings, done or only claimed', async () => {
    const page = '<p>港の話</p>'.repeat(20);
    const chunked = { 'Transfer-Encoding': 'chunked' };
    const bytes = Buffer.from(page);
    const chunks = Buffer.concat([
      Buffer.from(`10;x=y${CRLF}`),
      bytes.subarray(0, 16),
      Buffer.from(`${CRLF}${(bytes.length - 16).toString(16)}${CRLF}`),
      bytes.subarray(16),
      Buffer.from(`${CRLF}0${CRLF}${CRLF}`),
    ]);
    const bodies: [string | Uint8Array, Record<string, string>][] = [
      [chunks, chunked],
      [page, chunked],
      [gzipSync(page), { 'Content-Encoding': 'gzip' }],
      [page, { 'Content-Encoding': 'gzip' }],
      [deflateSync(page), { 'content-encoding': 'DEFLATE' }],
      [deflateRawSync(page), { 'Content-Encoding': 'deflate' }],
      [page, { 'Content-Encoding': 'deflate' }],
      [brotliCompressSync(page), { 'Content-Encoding': 'br' }],
      [page, { 'Content-Encoding': 'br' }],
      [gzipSync(brotliCompressSync(page)), { 'Content-Encoding': 'br, gzip' }],
      [page, { 'Content-Encoding': 'identity' }],
    ];
    expect(await textsIn(bodies.map(([body, fields]) => record({ body: http(body, fields) })))).toEqual(
      bodies.map(() => page),
    );
  });

  it('tells of codings that are damaged, and gives what can be read', async () => {
    const page = '<p>港の話</p>'.repeat(500);
    const coded = gzipSync(page);
    const taken = await takeRecords([
      record({ body: http(coded.subarray(0, coded.length - 12), { 'Content-Encoding': 'gzip' }) }),
      record({ body: http(`4${CRLF}<p>a${CRLF}nonsense`, { 'Transfer-Encoding': 'chunked' }) }),
    ]);
    expect(page.startsWith((taken.entries[0]?.text ?? '').replace(/\ufffd$/, ''))).toBe(true);
    expect(taken.entries[0]?.text.length).toBeGreaterThan(100);
    expect(taken.entries[1]?.text).toBe('<p>anonsense');
    expect(taken.problems.map(({ code, params }) => [code, params.detail])).toEqual([
      ['entry-damaged', 'Content-Encoding'],
      ['entry-damaged', 'Transfer-Encoding'],
    ]);
  });

  it('reads a page in the encoding that the server told, or the page itself', async () => {
    const shiftJis = Buffer.from('8d6082cc', 'hex');
    const texts = await textsIn([
      record({ body: http(shiftJis, { 'Content-Type': 'text/html; charset="Shift_JIS"' }) }),
      record({
        body: http(Buffer.concat([Buffer.from('<meta charset=sjis>'), shiftJis]), {
          'Content-Type': 'text/html',
        }),
      }),
      record({ body: http('<p>港の話</p>', { 'Content-Type': 'text/html; charset=iso-8859-1' }) }),
    ]);
    expect(texts).toEqual(['港の', '<meta charset=sjis>港の', '<p>港の話</p>']);
  });

  it('finds its way where lengths are wrong', async () => {
    const pages = ['one', 'two', 'three'].map((word) => `<p>${word}</p>`);
    for (const length of ['1', '5', '400', '100000', '99999999999', 'many', '-1', '']) {
      const records = pages.map((page, index) =>
        record({
          url: `https://minato.example/${index}`,
          body: http(page),
          ...(index === 1 ? { length } : {}),
        }),
      );
      const taken = await takeRecords(records);
      expect(
        taken.entries.map(({ text }) => text),
        length,
      ).toEqual(pages);
      expect(taken.problems, length).toEqual([
        {
          code: 'entry-damaged',
          params: {
            entry: 'crawl.warc',
            unit: 'byte',
            position: records[0]?.length,
            detail: 'Content-Length',
          },
        },
      ]);
    }
  });

  it('passes over what is no record', async () => {
    const pages = ['one', 'two'].map((word) => record({ body: http(`<p>${word}</p>`) }));
    const taken = await takeRecords([
      pages[0] as Buffer,
      Buffer.from('garbage\0WARC/ but no record\n'),
      Buffer.from('more of it\nWARC/1.0\nnonsense\n\n'.repeat(9)),
      pages[1] as Buffer,
    ]);
    expect(taken.entries.map(({ text }) => text)).toEqual(['<p>one</p>', '<p>two</p>']);
    expect(codesOf(taken)).toEqual(['entry-damaged']);
  });

  it('packed record by record loses only the record that is damaged', async () => {
    const records = Array.from({ length: 20 }, (_, index) =>
      gzipSync(
        record({
          url: `https://minato.example/${index}`,
          body: http(`<p>${index} ${'港の話'.repeat(index)}</p>`),
        }),
      ),
    );
    const damaged = records.map((bytes, index) => {
      if (index % 7 !== 3) return bytes;
      const copy = Buffer.from(bytes);
      copy.fill(0xff, copy.length - 60, copy.length - 30);
      return copy;
    });
    const taken = await takeRecords(damaged, 'crawl.warc.gz');
    const urls = new Set(taken.entries.filter(({ text }) => text.endsWith('</p>')).map(({ url }) => url));
    for (let index = 0; index < 20; index++) {
      if (index % 7 !== 3) expect(urls).toContain(`https://minato.example/${index}`);
    }
    expect(codesOf(taken).filter((code) => code === 'entry-damaged').length).toBeGreaterThanOrEqual(3);
  });

  it('gives the same packed or not, and whatever is in its pages', async () => {
    const body = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('WARC/1.0\r\nWARC-Type: response\r\n', '\r\n\r\nWARC/1.1', '\nHTTP/1.1 200 OK\n\n'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          body.map((text) => `<p>${text}</p>`),
          { maxLength: 5 },
        ),
        async (pages) => {
          const records = pages.map((page) => record({ body: http(page) }));
          const plain = await takeRecords([record({ type: 'warcinfo', body: '' }), ...records]);
          expect(plain.entries.map(({ text }) => text)).toEqual(pages);
          expect(plain.problems).toEqual([]);
          const all = [record({ type: 'warcinfo', body: '' }), ...records];
          for (const packed of [all.map((bytes) => gzipSync(bytes)), [gzipSync(Buffer.concat(all))]]) {
            expect(await takeRecords(packed)).toEqual(plain);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('damaged anywhere never stops the rest of the program', async () => {
    const whole = Buffer.concat(
      ['one', 'two'].map((word) => record({ body: http(gzipSync(word), { 'Content-Encoding': 'gzip' }) })),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] as number) ^ bits;
        await take(fileOf(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps no more of a record than the limit', async () => {
    const limits = { ...LIMITS, record: 1000 };
    const records = [
      record({ type: 'resource', contentType: 'text/plain', body: 'x'.repeat(700_000) }),
      record({ body: http(gzipSync('y'.repeat(5000)), { 'Content-Encoding': 'gzip' }) }),
      record({ type: 'resource', contentType: 'text/plain', body: 'after' }),
    ];
    const taken = await take(fileOf(Buffer.concat(records)), { limits });
    expect(taken.entries.map(({ text }) => text)).toEqual(['x'.repeat(1000), 'y'.repeat(1000), 'after']);
    expect(codesOf(taken)).toEqual(['entry-too-large', 'entry-too-large']);
  });
});

describe('an ARC file', () => {
  it('gives its pages, also behind a record whose length is wrong', async () => {
    const page = (word: string, wrong = 0) => {
      const block = http(`<p>${word}</p>`);
      const line = `http://minato.example/${word} with blank 192.0.2.1 20080229010203 text/html ${block.length + wrong}\n`;
      return Buffer.concat([Buffer.from(line), block, Buffer.from('\n')]);
    };
    const start = 'filedesc://a.arc 0.0.0.0 20080229010203 text/plain 15\n1 0 Minato\nURL\n\n';
    const taken = await takeRecords([
      Buffer.from(start),
      page('one'),
      page('two', 7),
      page('three'),
      page('four', -4),
      page('five'),
    ]);
    expect(taken.entries.map(({ text }) => text)).toEqual(
      ['one', 'two', 'three', 'four', 'five'].map((word) => `<p>${word}</p>`),
    );
    expect(taken.entries[0]).toMatchObject({
      url: 'http://minato.example/one with blank',
      date: '2008-02-29T01:02:03Z',
    });
    expect(codesOf(taken)).toEqual(['entry-damaged', 'entry-damaged']);
  });
});

describe('a WACZ file', () => {
  it('gives what its archives hold, and the texts of pages that they do not', async () => {
    const pages = [
      { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
      { url: 'https://minato.example/', ts: '2025-02-08T00:00:00Z', title: 'seen', text: 'in the archive' },
      { url: 'https://minato.example/lost', ts: '2025-02-09T00:00:00Z', title: '港', text: '失われたページ' },
      { url: 'https://minato.example/empty', ts: '2025-02-09T00:00:00Z' },
    ];
    const bytes = await zipOf([
      { name: 'archive/data.warc.gz', content: gzipSync(record({ body: http('<p>港</p>') })), stored: true },
      {
        name: 'pages/pages.jsonl',
        content: `${pages.map((page) => JSON.stringify(page)).join('\n')}\nnonsense`,
      },
      { name: 'datapackage.json', content: '{}' },
      { name: 'indexes/index.cdx', content: 'index' },
    ]);
    const path = fileOf(bytes, 'crawl.wacz');
    expect(await containerOf(path)).toBe('wacz');
    const taken = await take(path);
    expect(textsOf(taken)).toEqual({
      'archive/data.warc.gz!https://minato.example/': '<p>港</p>',
      'crawl.wacz!https://minato.example/lost': '港\n\n失われたページ',
    });
    expect(taken.entries[1]).toMatchObject({
      url: 'https://minato.example/lost',
      date: '2025-02-09T00:00:00Z',
    });
    expect(taken.problems).toEqual([]);
    const outer = await take(fileOf(await zipOf([{ name: 'a.wacz', content: bytes }])));
    expect(outer.entries.map(({ name }) => name)).toEqual([
      'a.wacz/archive/data.warc.gz!https://minato.example/',
      'a.wacz!https://minato.example/lost',
    ]);
  });
});
