import { describe, expect, it } from 'vitest';
import { html } from '../../../../../app/formats/html/html.ts';
import { type EntryOptions, entryOf, readAll } from '../support.ts';

const read = async (page: string | Uint8Array, options: EntryOptions = {}) => {
  const { records, problems } = await readAll(html, entryOf('page.html', page, {}, options));
  expect(problems).toEqual([]);
  return records;
};
const texts = async (page: string) => (await read(page)).map(({ text }) => text);
const post = (id: number) =>
  `<blockquote class="twitter-tweet"><p>Post ${id}</p>— Minato (@minato) <a href="https://x.com/minato/status/${id}">May ${id}, 2024</a></blockquote>`;

/** Paragraphs of an article, long enough to be told from what stands around it. */
const paragraph = (words: string) =>
  `<p>${`${words} The harbour office said so, and nobody objected, on Monday. `.repeat(4)}</p>`;
const newspaper = (body: string, head = '') =>
  `<!doctype html><html><head><title>Ferries stop | Minato News</title>${head}</head><body>` +
  `<header><a href="/">Minato News</a></header><nav><ul>${'<li><a href="/x">Section</a></li>'.repeat(20)}</ul></nav>` +
  `<main><article><h1>Ferries stop</h1>${body}</article></main>` +
  `<aside><h2>Most read</h2><ul>${'<li><a href="/y">Other news</a></li>'.repeat(10)}</ul></aside>` +
  '<footer><p>© Minato News. All rights reserved.</p></footer></body></html>';

describe('the article of a page', () => {
  it('is one story where it has no headings', async () => {
    expect(await texts('<p>Fog.</p><p>No ferries.</p>')).toEqual(['Fog.\n\nNo ferries.']);
  });

  it('begins a story at each heading; headings in a row are one', async () => {
    const page = '<p>Before</p><h1>Port</h1><h2>Ships</h2><p>Three.</p><h3>Crew<br>list</h3>Nobody<h2> </h2>';
    const records = await read(page);
    expect(records.map(({ text }) => text)).toEqual([
      'Before',
      'Port\n\nShips\n\nThree.',
      'Crew\nlist\n\nNobody',
    ]);
    expect(records.map(({ title }) => title)).toEqual([null, 'Port', 'Crew list']);
    expect(records.flatMap(({ segments }) => segments.map(({ kind }) => kind))).toEqual([
      'article',
      'article',
      'article',
    ]);
  });

  it('has the posts in between, in the order of the page, and quotes them', async () => {
    const records = await read(
      `${post(1)}<h2>A</h2><p>a</p>${post(2)}<p>b</p>${post(3)}<h2>B</h2>${post(4)}<h2>C</h2>`,
    );
    expect(records.map(({ text }) => text)).toEqual([
      'Post 1',
      'A\n\na\n\nb',
      'Post 2',
      'Post 3',
      'B',
      'Post 4',
      'C',
    ]);
    expect(records[1]?.relations).toEqual([
      {
        kind: 'quote',
        id: '2',
        link: 'https://x.com/minato/status/2',
        source: { name: 'Minato', handle: 'minato' },
      },
      {
        kind: 'quote',
        id: '3',
        link: 'https://x.com/minato/status/3',
        source: { name: 'Minato', handle: 'minato' },
      },
    ]);
    expect(records.map(({ origin }) => origin)).toEqual(
      records.map(() => ({ entry: 'page.html', unit: 'line', position: 1 })),
    );
  });

  it('is told from menus, lists and imprint by what it says', async () => {
    const body = `${paragraph('No ferry left.')}<h2 id="fog">Fog</h2>${paragraph('It was thick.')}`;
    const [first, second, ...others] = await read(newspaper(body));
    expect(others).toEqual([]);
    expect(first?.text).toMatch(/^Ferries stop[\s|]/u);
    expect(second?.text).toMatch(/^Fog\n\nIt was thick\./u);
    expect(`${first?.text}${second?.text}`).not.toMatch(/Section|Other news|Most read|rights/u);
  });

  it('never loses an embed, wherever it stands', async () => {
    const hidden = `<div style="display:none">${post(3)}</div><noscript>${post(4)}</noscript><template>${post(5)}</template>`;
    const body = `${paragraph('No ferry left.')}${post(1)}${paragraph('It was thick.')}`;
    const page = newspaper(body)
      .replace('</aside>', `${post(2)}</aside>${hidden}`)
      .replace('</footer>', `${post(6)}</footer>`);
    const posts = (await read(page)).filter(({ segments }) => segments[0]?.kind === 'post');
    expect(posts.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('leaves out menus of a page that is too small to judge', async () => {
    const page =
      '<nav>Menu</nav><main><p>Fog.</p><aside>Note.</aside><button>Share</button></main><footer>Imprint</footer>';
    expect(await texts(page)).toEqual(['Fog.\n\nNote.']);
  });

  it('has nothing that only screen readers or editors see', async () => {
    const page =
      '<h2>Ships<span class="mw-editsection">[edit]</span></h2><p>Three<span class="x sr-only">ships</span>.</p>';
    expect(await texts(page)).toEqual(['Ships\n\nThree.']);
  });

  it('shows each line where its words stand', async () => {
    const records = await read(`<p>\nFog.</p>\n\n<h2>Ships</h2>\n<p>Three</p>\n${post(1)}`);
    expect(records.map(({ origin }) => origin?.position)).toEqual([1, 4, 6]);
  });
});

describe('what a page says of itself', () => {
  const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

  it('stands in its head', async () => {
    const head =
      meta('og:title', 'Ferries stop') +
      meta('og:site_name', 'Minato News') +
      meta('article:author', 'https://minato.example/shio') +
      '<meta name="author" content="Shio Tanaka">' +
      meta('article:published_time', '2025-02-08T10:30:05+09:00') +
      '<link rel="canonical" href="/news/1">';
    const [story] = await read(
      `<html><head>${head}</head><body><h1>Ferries stop</h1><p>Fog <a href="map">map</a><img src="//cdn.example/a.jpg"></p></body></html>`,
      {
        url: 'https://minato.example/news/1?utm=x',
        date: '2026-01-01T00:00:00Z',
      },
    );
    expect(story).toMatchObject({
      title: 'Ferries stop',
      text: 'Ferries stop\n\nFog map',
      source: { name: 'Minato News', handle: null },
      publishedAt: '2025-02-08T10:30:05+09:00',
      precision: 'second',
      link: 'https://minato.example/news/1',
      links: ['https://minato.example/news/map'],
      media: ['https://cdn.example/a.jpg'],
      details: [{ kind: 'author', value: 'Shio Tanaka' }],
    });
  });

  it('stands in its JSON-LD, with the rating of a fact check', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferries stop',
          datePublished: '2025-02-08',
          author: [{ name: 'Shio' }, { name: 'Nami' }],
          publisher: { name: 'Minato News' },
        },
        { '@type': 'ClaimReview', reviewRating: { alternateName: 'False' } },
      ],
    };
    const [story] = await read(
      `<script type="application/ld+json">${JSON.stringify(data)}</script><script type="application/ld+json">{broken</script><p>Fog.</p>`,
    );
    expect(story).toMatchObject({
      title: 'Ferries stop',
      text: 'Ferries stop\n\nFog.',
      source: { name: 'Minato News' },
      publishedAt: '2025-02-08',
      precision: 'day',
    });
    expect(story?.details).toEqual([
      { kind: 'author', value: 'Shio' },
      { kind: 'author', value: 'Nami' },
      { kind: 'rating', value: 'False' },
    ]);
  });

  it('stands in its <time>, if there is one, or one that says so; else each story has its own', async () => {
    const time = (date: string, more = '') => `<time datetime="${date}"${more}>then</time>`;
    const dates = async (page: string) => (await read(page)).map(({ publishedAt }) => publishedAt);
    expect(await dates(`<h2>A</h2>${time('2025-02-08')}<h2>B</h2>b`)).toEqual(['2025-02-08', '2025-02-08']);
    expect(await dates(`<h2>A</h2>${time('2025-02-08')}<h2>B</h2>${time('2025-02-09')}`)).toEqual([
      '2025-02-08',
      '2025-02-09',
    ]);
    expect(await dates(`${time('2025-02-01')}${time('2025-02-08', ' itemprop="datePublished"')} a`)).toEqual([
      '2025-02-08',
    ]);
    expect(await dates('<p>Fog.</p>')).toEqual([null]);
  });

  it('is where it was saved from, and the host where it names no outlet', async () => {
    const saved = '<!-- saved from url=(0033)https://www.minato.example/news/2 -->';
    const singleFile =
      '<!--\n Page saved with SingleFile \n url: https://www.minato.example/news/2 \n saved date: Sat Feb 08 2025\n-->';
    for (const [before, inside] of [
      [saved, ''],
      ['', singleFile],
    ] as const) {
      const [story] = await read(
        `<!DOCTYPE html>\n${before}<html>${inside}<body><p>Fog <a href="3">3</a></p></body></html>`,
      );
      expect(story).toMatchObject({
        link: 'https://www.minato.example/news/2',
        links: ['https://www.minato.example/news/3'],
        source: { name: 'minato.example', handle: null },
      });
    }
  });

  it('leads to its sections by their names', async () => {
    const records = await read('<h1 id="a">A</h1>a<h2 id="潮 b">B</h2>b<h2><a name="c"></a>C</h2>c', {
      url: 'https://minato.example/#x',
    });
    expect(records.map(({ link }) => link)).toEqual([
      'https://minato.example/#x',
      'https://minato.example/#%E6%BD%AE%20b',
      'https://minato.example/#c',
    ]);
  });

  it('is its encoding', async () => {
    // 港 is 8D 60 in Shift_JIS.
    const page = new Uint8Array([
      ...new TextEncoder().encode('<html><meta charset="Shift_JIS"><p>'),
      0x8d,
      0x60,
    ]);
    expect((await read(page)).map(({ text }) => text)).toEqual(['港']);
  });
});
