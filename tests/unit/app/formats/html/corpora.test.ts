import { describe, expect, it } from 'vitest';
import { html } from '../../../../../app/formats/html/html.ts';
import { corpusEntry, hasCorpora, headOf, readAll } from '../support.ts';

describe.skipIf(!hasCorpora)('real pages', () => {
  it('an answer to oEmbed is its post', async () => {
    const entry = corpusEntry('oembed/sferik_oembed.json');
    expect(html.sniff(await headOf(entry))).toBeGreaterThan(0.5);
    const { records, problems } = await readAll(html, entry);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        id: '540897316908331009',
        link: 'https://twitter.com/sferik/status/540897316908331009',
        source: { name: 'Erik Berlin', handle: 'sferik' },
        publishedAt: '2014-12-05',
        precision: 'day',
        media: ['pic.twitter.com/IOEbc5QoES'],
        segments: [{ kind: 'post', start: 0 }],
      },
    ]);
  });

  it('a page without a declared encoding is read in the one that was found out', async () => {
    const entry = corpusEntry('text/eucjp_no_meta.html', { encoding: 'euc-jp' });
    expect(html.sniff(await headOf(entry))).toBeGreaterThan(0.5);
    const { records, problems } = await readAll(html, entry);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { title: '日本語エンコードテスト', lang: 'ja', origin: { unit: 'line', position: 6 } },
    ]);
    expect(records[0]?.text).toMatch(/^日本語エンコードテスト\n\nこれはEUC-JPです昔々、/u);
  });

  it('a page under the name of a feed is a page', async () => {
    const entry = corpusEntry('rss_atom/unrecognized.rss');
    expect(html.sniff(await headOf(entry))).toBeGreaterThan(0.5);
    expect((await readAll(html, entry)).records.map(({ title }) => title)).toEqual(['Document Moved']);
  });
});
