import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../../../../app/formats/markdown/markdown.ts';
import type { StoryRecord } from '../../../../../app/formats/story-record.ts';
import { corpusEntry, corpusPath, hasCorpora, headOf, readAll } from '../support.ts';

const read = async (path: string) => {
  const { records, problems } = await readAll(markdown, corpusEntry(path));
  expect(problems).toEqual([]);
  return records;
};
const isPost = ({ segments }: StoryRecord) => segments[0]?.kind === 'post';

/** Embedded posts, and other stories. */
const TWEETS = {
  '2014-12-18-pxgridjs.md': [16, 3],
  '2016-10-18-jxck_sushi.md': [14, 11],
  '2017-05-12-Living-Documentation-DDD.md': [18, 3],
  '2017-07-04-teppeis_sushi.md': [30, 14],
  '2020-08-16-design-figma.md': [14, 15],
  'variant_jadate.md': [2, 6],
  'variant_noconv.md': [7, 13],
} as const;

describe.skipIf(!hasCorpora)('real Markdown', () => {
  it('is recognised by its front matter whatever its name is, else by its name', async () => {
    for (const folder of ['markdown', 'markdown_tweets', 'parallel']) {
      for (const name of readdirSync(corpusPath(folder))) {
        const head = await headOf(corpusEntry(`${folder}/${name}`));
        expect([name, markdown.sniff(head) >= 0.6]).toEqual([name, true]);
        if (folder === 'markdown_tweets')
          expect(markdown.sniff({ ...head, name: 'dump.txt' })).toBeGreaterThan(0.5);
      }
    }
  });

  it.each(Object.entries(TWEETS))('%s: every embedded post is a story', async (name, [posts, others]) => {
    const records = await read(`markdown_tweets/${name}`);
    const embedded = records.filter(isPost);
    expect([embedded.length, records.length - embedded.length]).toEqual([posts, others]);
    expect(new Set(embedded.map(({ id }) => id)).size).toBe(posts);
    for (const { id, link, source, publishedAt, precision, text } of embedded) {
      expect(link).toMatch(new RegExp(`^https://twitter\\.com/\\w+/status(?:es)?/${id}$`, 'u'));
      expect(source?.handle).toBe(/com\/(\w+)\//u.exec(link ?? '')?.[1]);
      expect([publishedAt?.length, precision]).toEqual([10, 'day']);
      expect(text).not.toMatch(/<\/?\w+[ >]|&\w+;|@\w+\) (?:20|[A-Z])/u);
    }
    // What is left says nothing about them any more.
    for (const { text } of records.filter((record) => !isPost(record))) {
      expect(text).not.toMatch(/twitter-tweet|widgets\.js/u);
    }
    const quoted = records.flatMap(({ relations }) => relations.map(({ id }) => id));
    expect(quoted).toEqual(embedded.map(({ id }) => id));
  });

  it('has the title, date and author of its front matter', async () => {
    const [first] = await read('markdown_tweets/2014-12-18-pxgridjs.md');
    expect(first).toMatchObject({
      title: '#pxgridjs でJavaScript忘年会をしてきた',
      publishedAt: '2014-12-18T01:14',
      precision: 'minute',
      source: { name: 'azu', handle: null },
      segments: [{ kind: 'article', lang: 'ja' }],
    });
    expect(first?.text).toMatch(/^#pxgridjs でJavaScript忘年会をしてきた\n\n\[#pxgridjs\]\(http/u);
    const dates = (await read('markdown_tweets/variant_jadate.md'))
      .filter(isPost)
      .map(({ publishedAt }) => publishedAt);
    expect(dates).toEqual(['2014-12-17', '2014-12-28']);
  });

  it('has front matter in YAML, JSON and between other delimiters', async () => {
    const titles = async (name: string) =>
      (await read(`markdown/${name}`)).map(({ title, text }) => [title, text]);
    expect(await titles('delims-custom.md')).toEqual([
      ['custom-delims', 'custom-delims\n\n<span class="alert alert-info">This is an alert</span>'],
    ]);
    expect(await titles('delims-semi-colons.md')).toEqual([
      ['delims-semi-colons JSON', 'delims-semi-colons JSON\n\n# This page has JSON front matter!'],
    ]);
    expect(await titles('lang-json.md')).toEqual([['JSON', 'JSON\n\n# This page has JSON front matter!']]);
    expect(await titles('lang-yaml.md')).toEqual([['YAML', 'YAML\n\n# This page has YAML front matter!']]);
    expect(await titles('hasnt-matter.md')).toEqual([
      ["This file doesn't have matter!", "# This file doesn't have matter!"],
    ]);
    expect(await titles('empty.md')).toEqual([]);
  });

  it('is split at visible headings only: those in comments and code belong to the text', async () => {
    const titles = async (name: string) => (await read(`parallel/${name}`)).map(({ title }) => title);
    expect(await titles('book-ja_ch01-01-installation.md')).toEqual([
      'インストール',
      'LinuxとmacOSに`rustup`をインストールする',
      'Windowsで`rustup`をインストールする',
      '更新及びアンインストール',
      'トラブルシューティング',
      'ローカルのドキュメンテーション',
    ]);
    const [first, second, ...others] = await read('parallel/book-ja_ch03-01-variables-and-mutability.md');
    expect([first, second, ...others].map((story) => story?.title)).toEqual([
      '変数と可変性',
      '変数と定数(constants)の違い',
      'シャドーイング',
    ]);
    // The original of a heading stands with its translation.
    expect(second?.text).toMatch(
      /^<!--\n### Differences Between Variables and Constants\n-->\n\n### 変数と定数/u,
    );
  });
});
