import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feed } from '../../../../../app/formats/feed/feed.ts';
import type { StoryRecord } from '../../../../../app/formats/story-record.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

async function only(content: string | Uint8Array, name = 'feed.xml'): Promise<StoryRecord> {
  const { records, problems } = await readAll(feed, entryOf(name, content));
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0] as StoryRecord;
}

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>湊日報</title><link>https://nippo.example/</link><image><title>湊日報のロゴ</title></image>
<item>
  <title>港の橋が&lt;b&gt;開通&lt;/b&gt; &amp;amp; 渋滞</title>
  <link>https://nippo.example/bridge</link>
  <guid isPermaLink="false">nippo-1</guid>
  <description>要約。</description>
  <c:encoded><![CDATA[<p>新しい橋が<a href="/map">港</a>に開通した。</p><p>渋滞は&nbsp;3キロ。<img src="//img.example/b.jpg"></p>]]></c:encoded>
  <dc:creator>湊 花子</dc:creator>
  <category>交通</category><category>交通</category>
  <pubDate>Sat, 08 Feb 2025 10:30:05 +0900</pubDate>
  <enclosure url="https://nippo.example/b.mp3" type="audio/mpeg" length="1"/>
</item>
</channel></rss>`;

describe('an RSS feed', () => {
  it('gives articles with outlet, author, date, address, links and media', async () => {
    const story = await only(RSS);
    expect(story).toMatchObject({
      id: 'nippo-1',
      source: { name: '湊日報', handle: null },
      publishedAt: '2025-02-08T10:30:05+09:00',
      precision: 'second',
      lang: 'ja',
      title: '港の橋が開通 & 渋滞',
      link: 'https://nippo.example/bridge',
      links: ['https://nippo.example/map'],
      media: ['https://nippo.example/b.mp3', 'https://img.example/b.jpg'],
      details: [
        { kind: 'author', value: '湊 花子' },
        { kind: 'category', value: '交通' },
      ],
      origin: { entry: 'feed.xml', unit: 'line', position: 5 },
    });
    expect(story.text).toBe(
      '港の橋が開通 & 渋滞\n\n新しい橋が港に開通した。\n\n渋滞は 3キロ。'.replace('は ', 'は\u00a0'),
    );
    expect(story.segments).toEqual([{ kind: 'article', lang: 'ja', start: 0, end: story.text.length }]);
  });

  it('does not say a headline twice', async () => {
    const bodies = ['Rain in Minato', 'Rain in Minato\nIt fell.', 'Rain in Minato, says the mayor of Minato'];
    const titles = ['Rain in Minato', 'Rain in Minato', 'Rain in Minato, says…'];
    for (const [at, body] of bodies.entries()) {
      const story = await only(
        `<rss><item><title>${titles[at]}</title><description>${body}</description></item></rss>`,
      );
      expect(story).toMatchObject({ title: titles[at], text: body });
    }
    const rain = await only(
      '<rss><item><title>Rain</title><description>Rain fell.</description></item></rss>',
    );
    expect(rain.text).toBe('Rain\n\nRain fell.');
  });

  it('keeps the line breaks of a description without markup', async () => {
    const story = await only('<rss><item><description>one\ntwo\n\nthree &lt; 4</description></item></rss>');
    expect(story).toMatchObject({ text: 'one\ntwo\n\nthree < 4', title: null, source: null });
  });

  it('reads RSS 1.0 with whatever prefixes', async () => {
    const story =
      await only(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><s:channel><s:title>Minato Wire</s:title></s:channel>
      <s:item rdf:about="https://wire.example/1"><s:title>Tide</s:title><d:date>2025-02-08T10:30+09:00</d:date></s:item></r:RDF>`);
    expect(story).toMatchObject({
      id: 'https://wire.example/1',
      link: 'https://wire.example/1',
      source: { name: 'Minato Wire' },
      publishedAt: '2025-02-08T10:30+09:00',
      precision: 'minute',
    });
  });

  it('names the outlet that an article was taken from', async () => {
    const story = await only(`<rss><channel><title>All news</title><item><title>Tide</title>
      <source url="https://wire.example/">Minato Wire</source><author>desk@wire.example (The desk)</author></item></channel></rss>`);
    expect(story).toMatchObject({
      source: { name: 'Minato Wire' },
      details: [{ kind: 'author', value: 'The desk' }],
    });
  });

  it('is a link where there is nothing else, and a problem where there is nothing', async () => {
    const { records, problems } = await readAll(
      feed,
      entryOf(
        'x',
        '<rss>\n<item><link>https://wire.example/2</link></item>\n<item><pubDate>x</pubDate></item></rss>',
      ),
    );
    expect(records.map((story) => story.text)).toEqual(['https://wire.example/2']);
    expect(problems).toMatchObject([{ code: 'record-bad-shape', params: { position: 3 } }]);
  });

  it('in a legacy encoding is read in the one it declares', async () => {
    // 「港」 in EUC-JP.
    const bytes = Buffer.concat([
      Buffer.from("<?xml version='1.0' encoding = 'EUC-JP'?><rss><item><title>"),
      Buffer.from([0xb9, 0xc1]),
      Buffer.from('</title></item></rss>'),
    ]);
    expect((await only(bytes)).text).toBe('港');
  });

  it('stays small however its entities multiply', async () => {
    const laughs = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
    const story = await only(
      `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs.join('')}]><rss><item><title>&l20;</title></item></rss>`,
    );
    expect(story.text).toBe('&l20;');
  });
});

describe('an Atom feed', () => {
  it('gives entries, its text constructs read as they say', async () => {
    const { records } = await readAll(
      feed,
      entryOf(
        'a.xml',
        `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Minato Times</title>
<author><name>The desk</name></author><link rel="self" href="https://times.example/feed"/><link href="https://times.example/"/>
<entry><id>tag:times.example,2025:1</id><title>Less than &lt;b&gt;</title><link rel="alternate" href="/1"/>
  <link rel="via" href="https://wire.example/1"/><published>2025-02-08T01:00:00Z</published><updated>2025-02-09T01:00:00Z</updated>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; two<br/>three</p></div></content></entry>
<entry><id>2</id><title type="html">A &amp;lt; B</title><updated>2025-02-08T01:00:00+09:00</updated><author><name>Ann</name></author>
  <category term="t" label="Tides"/><summary>plain &lt;i&gt;
text</summary><thr:in-reply-to ref="tag:times.example,2025:1" href="https://times.example/1"/></entry></feed>`,
      ),
    );
    expect(records).toMatchObject([
      {
        id: 'tag:times.example,2025:1',
        title: 'Less than <b>',
        text: 'Less than <b>\n\nOne & two\nthree',
        link: 'https://times.example/1',
        links: ['https://wire.example/1'],
        publishedAt: '2025-02-08T01:00:00Z',
        details: [
          { kind: 'author', value: 'The desk' },
          { kind: 'edited', value: '2025-02-09T01:00:00Z' },
        ],
      },
      {
        title: 'A < B',
        text: 'A < B\n\nplain <i>\ntext',
        publishedAt: '2025-02-08T01:00:00+09:00',
        source: { name: 'Minato Times' },
        details: [
          { kind: 'author', value: 'Ann' },
          { kind: 'category', value: 'Tides' },
        ],
        relations: [
          { kind: 'reply', id: 'tag:times.example,2025:1', link: 'https://times.example/1', source: null },
        ],
      },
    ]);
  });
});

describe('a JSON Feed', () => {
  const text = JSON.stringify({
    authors: [{ name: 'The desk' }],
    home_page_url: 'https://times.example/',
    items: [
      {
        id: 7,
        url: 'https://times.example/7',
        title: 'Tide',
        content_html: '<p>High <a href="/t">tide</a></p>',
        date_published: '2025-02-08T10:30:05+09:00',
        tags: ['sea', 3],
        attachments: [{ url: 'https://times.example/7.mp3' }],
      },
      { id: 'b', content_text: 'a\r\nb', external_url: 'https://wire.example/b', author: { name: 'Ann' } },
      { id: 'c' },
      'no item',
    ],
    title: 'Minato Times',
    version: 'https://jsonfeed.org/version/1.1',
  });

  it('gives its items, its title too where that stands behind them', async () => {
    const { records, problems } = await readAll(feed, entryOf('feed.json', text));
    expect(records).toMatchObject([
      {
        id: '7',
        source: { name: 'Minato Times' },
        text: 'Tide\n\nHigh tide',
        links: ['https://times.example/t'],
        media: ['https://times.example/7.mp3'],
        details: [
          { kind: 'author', value: 'The desk' },
          { kind: 'category', value: 'sea' },
          { kind: 'category', value: '3' },
        ],
      },
      { id: 'b', text: 'a\nb', link: 'https://wire.example/b', details: [{ kind: 'author', value: 'Ann' }] },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['record-bad-shape', 'record-bad-shape']);
  });

  it('is recognised by its version', async () => {
    expect(feed.sniff(await headOf(entryOf('x.json', text)))).toBeGreaterThan(0.9);
    expect(feed.sniff(await headOf(entryOf('x.json', '{"version":"1.1","items":[]}')))).toBe(0);
  });
});

describe('a damaged feed', () => {
  it('is never thrown over, and every story has a text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.nat(RSS.length), fc.nat(9), fc.constantFrom('', '<', '>', ']]>', '&', '</item>', '"')),
        ),
        fc.nat(RSS.length),
        async (cuts, end) => {
          const text = cuts.reduce(
            (rest, [at, length, put]) => rest.slice(0, at) + put + rest.slice(at + length),
            RSS,
          );
          const { records } = await readAll(feed, entryOf('x', text.slice(0, end + 200)));
          for (const story of records) expect(story.text.trim()).not.toBe('');
        },
      ),
    );
  });
});

describe.skipIf(!hasCorpora)('real feeds', () => {
  it.each([
    ['content-encoded.rss', 7],
    ['feed_with_audio_video.rss.xml', 2],
    ['feed_with_note.rss.xml', 1],
    ['feedburner.atom', 25],
    ['feedparser_eucjp.xml', 1],
    ['reddit-atom.rss', 24],
    ['rss-1.rss', 69],
  ])('%s has %i items', async (name, count) => {
    const encoding = name.includes('eucjp') ? { encoding: 'euc-jp' } : {};
    const entry = corpusEntry(`rss_atom/${name}`, encoding);
    const { records, problems } = await readAll(feed, entry);
    expect(problems).toEqual([]);
    expect(records).toHaveLength(count);
    expect(new Set(records.map((story) => story.id)).size).toBe(count);
    expect(feed.sniff(await headOf(entry))).toBeGreaterThan(0.9);
  });

  it('keep what they say, in Japanese, in XHTML that nobody escaped, in RDF', async () => {
    const first = async (name: string) =>
      (await readAll(feed, corpusEntry(`rss_atom/${name}`, { encoding: 'euc-jp' }))).records[0];
    expect((await first('feedparser_eucjp.xml'))?.text).toContain('やり尽くしてしまった');
    expect((await first('reddit-atom.rss'))?.links).toContain('https://gfycat.com/UnfinishedForkedBluet');
    expect(await first('rss-1.rss')).toMatchObject({
      publishedAt: '2017-06-15T10:29:47-07:00',
      details: [{ kind: 'author', value: 'Hines, P. J.' }, { kind: 'category' }],
    });
    expect(await first('feedburner.atom')).toMatchObject({
      link: expect.stringMatching(/^http:\/\/googleadsdeveloper\.blogspot\.com\//u),
    });
  });

  it('are told from what is none', async () => {
    const entry = corpusEntry('rss_atom/unrecognized.rss');
    expect(feed.sniff(await headOf(entry))).toBe(0);
    expect((await readAll(feed, entry)).records).toEqual([]);
  });
});
