import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feed } from '../../../../../app/formats/feed/feed.ts';
import { wxr } from '../../../../../app/formats/wxr/wxr.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const item = (inside: string) => `<item>${inside}</item>`;
const comment = (id: number, approved: string, more = '') => `<wp:comment><wp:comment_id>${id}</wp:comment_id>
  <wp:comment_author><![CDATA[汐見]]></wp:comment_author><wp:comment_author_url>https://shiomi.example/</wp:comment_author_url>
  <wp:comment_date_gmt>2025-02-09 00:00:00</wp:comment_date_gmt><wp:comment_approved>${approved}</wp:comment_approved>
  <wp:comment_content><![CDATA[コメント${id}
二行目]]></wp:comment_content>${more}</wp:comment>`;

const POST =
  item(`<title>橋 &amp;#8211; 開通</title><link>https://blog.example/bridge/</link><dc:creator>hanako</dc:creator>
<content:encoded><![CDATA[一段落目。
改行。

<strong>二段落目</strong> [gallery ids="1"]
<ul>
<li>甲</li>
<li>乙</li>
</ul>
<blockquote class="twitter-tweet"><a href="https://twitter.com/minato/status/1">2月8日</a></blockquote>]]></content:encoded>
<excerpt:encoded><![CDATA[要約]]></excerpt:encoded><wp:post_id>12</wp:post_id><wp:post_date>2025-02-08 19:30:05</wp:post_date>
<wp:post_date_gmt>2025-02-08 10:30:05</wp:post_date_gmt><wp:post_modified_gmt>2025-02-10 10:30:05</wp:post_modified_gmt>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="k"><![CDATA[交通]]></category><category domain="post_tag" nicename="m"><![CDATA[港]]></category>
${comment(1, '1')}${comment(2, '1', '<wp:comment_parent>1</wp:comment_parent><wp:comment_type>comment</wp:comment_type>')}
${comment(3, 'spam')}${comment(4, '0')}${comment(5, '1', '<wp:comment_type>pingback</wp:comment_type>')}`);

const DRAFT =
  item(`<title>Draft</title><pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_id>13</wp:post_id>
<content:encoded><![CDATA[<!-- wp:paragraph -->
<p>One
line</p>
<!-- /wp:paragraph -->]]></content:encoded><wp:post_date>2025-02-08 10:30:05</wp:post_date>
<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status><wp:post_type>page</wp:post_type>
<wp:post_password>x</wp:post_password>`);

const others = ['attachment', 'nav_menu_item', 'revision', 'wp_global_styles'];
const OTHERS = others.map((type) =>
  item(`<title>x</title><wp:post_type>${type}</wp:post_type>${comment(9, '1')}`),
);

const EXPORT = `<?xml version="1.0" encoding="UTF-8"?>
<!-- generator="WordPress/6.7" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>湊ブログ</title><link>https://blog.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>hanako</wp:author_login><wp:author_display_name><![CDATA[湊 花子]]></wp:author_display_name></wp:author>
${POST}${DRAFT}${OTHERS.join('')}</channel></rss>`;

describe('an export of WordPress', () => {
  it('gives posts and pages, each with its approved comments behind it, and nothing else', async () => {
    const { records, problems } = await readAll(wxr, entryOf('blog.xml', EXPORT));
    expect(problems).toEqual([]);
    expect(records.map((story) => story.id)).toEqual(['post:12', 'comment:1', 'comment:2', 'post:13']);
  });

  it('gives of a post what a reader saw, who wrote it and when', async () => {
    const [post] = (await readAll(wxr, entryOf('blog.xml', EXPORT))).records;
    expect(post).toMatchObject({
      source: { name: '湊ブログ', handle: null },
      publishedAt: '2025-02-08T10:30:05Z',
      precision: 'second',
      title: '橋 – 開通',
      link: 'https://blog.example/bridge/',
      links: ['https://twitter.com/minato/status/1'],
      hashtags: ['港'],
      details: [
        { kind: 'author', value: '湊 花子' },
        { kind: 'edited', value: '2025-02-10T10:30:05Z' },
        { kind: 'category', value: '交通' },
      ],
      text: '橋 – 開通\n\n一段落目。\n改行。\n\n二段落目 [gallery ids="1"]\n\n甲\n乙\n\n2月8日',
    });
  });

  it('gives comments that answer the post, or one another', async () => {
    const [, first, second] = (await readAll(wxr, entryOf('blog.xml', EXPORT))).records;
    expect(first).toMatchObject({
      source: { name: '汐見', handle: null },
      text: 'コメント1\n二行目',
      publishedAt: '2025-02-09T00:00:00Z',
      link: 'https://blog.example/bridge/#comment-1',
      links: ['https://shiomi.example/'],
      relations: [
        { kind: 'reply', id: 'post:12', link: 'https://blog.example/bridge/', source: { name: '湊ブログ' } },
      ],
    });
    expect(second?.relations).toEqual([
      { kind: 'reply', id: 'comment:1', link: 'https://blog.example/bridge/#comment-1', source: null },
    ]);
  });

  it('gives no date to a draft, but says that it is one', async () => {
    const draft = (await readAll(wxr, entryOf('blog.xml', EXPORT))).records.at(-1);
    expect(draft).toMatchObject({
      publishedAt: null,
      precision: 'none',
      text: 'Draft\n\nOne line',
      details: [
        { kind: 'status', value: 'draft' },
        { kind: 'visibility', value: 'password' },
      ],
    });
  });

  it('is its own format and no feed', async () => {
    const head = await headOf(entryOf('renamed.txt', EXPORT));
    expect(wxr.sniff(head)).toBeGreaterThan(0.9);
    expect(feed.sniff(head)).toBeLessThan(0.5);
  });

  it('that is damaged is never thrown over, and every story has a text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.nat(EXPORT.length), fc.nat(20), fc.constantFrom('', '<', ']]>', '</item>', '<item>')),
        ),
        fc.nat(EXPORT.length),
        async (cuts, end) => {
          const cut = (rest: string, [at, length, put]: [number, number, string]) =>
            rest.slice(0, at) + put + rest.slice(at + length);
          const text = cuts.reduce(cut, EXPORT).slice(0, end);
          const { records } = await readAll(wxr, entryOf('x', text));
          for (const story of records) expect(story.text.trim()).not.toBe('');
        },
      ),
    );
  });
});

describe.skipIf(!hasCorpora)('real exports of WordPress', () => {
  /** Posts and pages as counted by another XML parser, and approved comments that are no pingback or trackback. */
  it.each([
    ['cdata-edge.xml', 1, 0],
    ['crazy-cdata.xml', 1, 0],
    ['invalid-version-tag.xml', 0, 0],
    ['malformed.xml', 0, 0],
    ['missing-version-tag.xml', 0, 0],
    ['namespace-edge-cases.xml', 6, 0],
    ['small-export.xml', 11, 1],
    ['test-serialized-comment-meta.xml', 1, 1],
    ['theme-unit-test-data.xml', 79, 26],
    ['valid-wxr-1.0.xml', 6, 1],
    ['wxr-utf-8-challenges.xml', 1, 0],
  ])('%s has %i posts and pages and %i comments', async (name, posts, comments) => {
    const entry = corpusEntry(`wxr/${name}`);
    const { records, problems } = await readAll(wxr, entry);
    expect(records.filter((story) => story.id?.startsWith('post:'))).toHaveLength(posts);
    expect(records.filter((story) => story.id?.startsWith('comment:'))).toHaveLength(comments);
    expect(records).toHaveLength(posts + comments);
    expect(new Set(records.map((story) => story.id)).size).toBe(records.length);
    expect(wxr.sniff(await headOf(entry))).toBeGreaterThan(0.9);
    const damaged = { 'crazy-cdata.xml': 1, 'malformed.xml': 1 }[name] ?? 0;
    expect(problems.map(({ code }) => code)).toEqual(Array(damaged).fill('entry-damaged'));
  });

  it('say where they are damaged', async () => {
    const { problems } = await readAll(wxr, corpusEntry('wxr/malformed.xml'));
    expect(problems).toMatchObject([{ params: { entry: 'malformed.xml', unit: 'line', position: 90 } }]);
  });

  it('keep tags of every version, embedded posts as text with their links, and statuses', async () => {
    const old = (await readAll(wxr, corpusEntry('wxr/valid-wxr-1.0.xml'))).records;
    expect(old.find((story) => story.title === 'Alpha post')).toMatchObject({
      hashtags: ['news', 'roar'],
      details: [{ kind: 'author' }, { kind: 'category', value: 'alpha' }],
    });
    const theme = (await readAll(wxr, corpusEntry('wxr/theme-unit-test-data.xml'))).records;
    expect(
      theme.flatMap((story) => story.links).filter((link) => /twitter\.com\/\w+\/status/u.test(link)),
    ).not.toEqual([]);
    const statuses = theme.flatMap((story) => story.details.filter(({ kind }) => kind === 'status'));
    expect(statuses.map(({ value }) => value).sort()).toEqual(['draft', 'future']);
  });
});
