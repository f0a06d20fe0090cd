import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../../app/formats/json/json.ts';
import { corpusEntry, corpusPath, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const POSTS = [
  { id: 1, text: '橋が開通した。', user: { name: '湊新報' } },
  { id: 2, text: 'The harbour is closed.', user: { name: '白瀬通信' } },
  { id: 3, text: '港は閉まった。', user: null },
];
const STORIES = POSTS.map(({ id, text, user }) => ({
  id: String(id),
  text,
  source: user === null ? null : { name: user.name, handle: null },
}));
const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');

describe('JSON', () => {
  it.each([
    ['a record a line', lines(...POSTS), 'line', [1, 2, 3]],
    [
      'with blank lines and CRLF',
      `\r\n${lines(...POSTS).replaceAll('\n', '\r\n\r\n')}\r\n`,
      'line',
      [2, 4, 6],
    ],
    ['with a byte order mark', `\ufeff${lines(...POSTS)}`, 'line', [1, 2, 3]],
    ['a list', JSON.stringify(POSTS), 'record', [1, 2, 3]],
    ['a list with a record a line', `[\n${lines(...POSTS).replaceAll('\n', ',\n')}\n]`, 'record', [1, 2, 3]],
    ['a pretty list', JSON.stringify(POSTS, null, 2), 'record', [1, 2, 3]],
    [
      'a list in a document',
      JSON.stringify({
        title: '湊の話題',
        meta: { tags: [{ text: 'x' }] },
        data: { posts: POSTS },
        next: null,
      }),
      'record',
      [1, 2, 3],
    ],
    ['documents end to end', POSTS.map((post) => JSON.stringify(post)).join(''), 'record', [1, 2, 3]],
    ['pretty documents', POSTS.map((post) => JSON.stringify(post, null, 4)).join('\n'), 'record', [1, 2, 3]],
  ])('may be %s', async (_what, text, unit, positions) => {
    const entry = entryOf('posts', text);
    expect(json.sniff(await headOf(entry))).toBe(0.3);
    const { records, problems } = await readAll(json, entry);
    expect(problems).toEqual([]);
    expect(records).toMatchObject(STORIES);
    expect(records.map(({ origin }) => origin)).toEqual(
      positions.map((position) => ({ entry: 'posts', unit, position })),
    );
  });

  it('may be a list of texts', async () => {
    const { records } = await readAll(json, entryOf('x.json', '["橋が開通した。","港が閉まった。"]'));
    expect(records.map(({ text }) => text)).toEqual(['橋が開通した。', '港が閉まった。']);
  });

  it('may be one document, whose lists say less than itself', async () => {
    const document = {
      text: 'Minato opened its new bridge.',
      entities: [{ id: 1, label: 'ORG', note: 'a b' }],
    };
    for (const indent of [0, 2]) {
      const { records } = await readAll(json, entryOf('x.jsonl', JSON.stringify(document, null, indent)));
      expect(records).toMatchObject([{ text: document.text, id: null }]);
    }
  });

  it('tells bad lines and records without text, and reads the rest', async () => {
    const text = `${lines(POSTS[0])}\n{"text": oops}\n${lines({ id: 9 }, POSTS[1])}\n{"text":"cut`;
    const { records, problems } = await readAll(json, entryOf('x.jsonl', text));
    expect(records).toMatchObject(STORIES.slice(0, 2));
    expect(problems.map(({ code, params }) => [code, params.unit, params.position])).toEqual([
      ['record-bad-json', 'line', 2],
      ['record-no-text', 'line', 3],
      ['record-bad-json', 'line', 5],
    ]);
  });

  it('may begin with a bad line', async () => {
    const { records, problems } = await readAll(json, entryOf('x.jsonl', `{"a":\n${lines(...POSTS)}`));
    expect(records).toHaveLength(3);
    expect(problems).toMatchObject([{ code: 'record-bad-json', params: { position: 1 } }]);
  });

  it('keeps ids apart that differ in digits which a double does not hold', async () => {
    const text = '{"id":1890000000000000123,"text":"a b"}\n{"id":1890000000000000124,"text":"a b"}';
    const { records } = await readAll(json, entryOf('x.jsonl', text));
    expect(records.map(({ id }) => id)).toEqual(['1890000000000000123', '1890000000000000124']);
  });

  it.each([
    '{"compilerOptions":{"target":"es2024"},"include":["."]}',
    '[]',
    '{}',
    '[[1,2],[3]]',
    '"text"',
    '7',
  ])('without text has no stories, which is said: %s', async (text) => {
    expect(await readAll(json, entryOf('x.json', text))).toEqual({
      records: [],
      problems: [{ code: 'entry-no-text', params: { entry: 'x.json' } }],
    });
  });

  it('never fails, whatever it reads', async () => {
    const values = fc.array(
      fc.oneof(fc.json(), fc.string(), fc.constantFrom('{', '[', '"', '\n', '\\', '"text":"a b"')),
    );
    await fc.assert(
      fc.asyncProperty(values, fc.constantFrom('\n', ''), async (parts, between) => {
        await readAll(json, entryOf('x.json', parts.join(between)));
      }),
    );
  });
});

describe('what is taken for JSON', () => {
  const sniff = async (name: string, text: string) => json.sniff(await headOf(entryOf(name, text)));

  it('is known by its content, wherever its beginning ends', async () => {
    const text = JSON.stringify({ a: [1, -2.5e3, true, null, 'x\n"\\'], b: { c: 'ü' } }, null, 1);
    for (let end = 1; end <= text.length; end++) expect(await sniff('x', text.slice(0, end))).toBe(0.3);
    expect(await sniff('x.json', text)).toBeGreaterThan(0.3);
    expect(await sniff('x.txt', `${lines(...POSTS)}\n{"text": oops}\n`)).toBe(0.3);
  });

  it.each([
    'window.YTD.tweets.part0 = [{"a":1}]',
    '[速報] 橋が開通した。',
    '[1] See [2].',
    '{ not json }',
    '"quoted" prose',
    '',
  ])('is never %j', async (text) => {
    expect(await sniff('x.txt', text)).toBe(0);
  });
});

describe.skipIf(!hasCorpora)('real JSON', () => {
  const REAL = ['doccano', 'labelstudio', 'claims'].flatMap((folder) =>
    hasCorpora
      ? readdirSync(corpusPath(folder))
          .filter((name) => /\.json/u.test(name))
          .map((name) => `${folder}/${name}`)
      : [],
  );

  it.each(REAL)('%s has as many records as it should, each a story or told to have no text', async (path) => {
    const entry = corpusEntry(path);
    expect(json.sniff(await headOf(entry))).toBe(0.35);
    const { records, problems } = await readAll(json, entry);
    expect(problems.every(({ code }) => code === 'record-no-text')).toBe(true);
    expect(records.length + problems.length).toBe(countOf(readFileSync(corpusPath(path), 'utf8')));
  });

  it('is less sure of another format’s JSON than its owner can be', async () => {
    for (const folder of ['activitypub', 'bluesky', 'twarc_v2', 'twitter_archive', 'twitter_v1', 'warc'])
      for (const file of readdirSync(corpusPath(folder), { withFileTypes: true }))
        if (file.isFile())
          expect(json.sniff(await headOf(corpusEntry(`${folder}/${file.name}`)))).toBeLessThan(0.4);
  });
});

/** As SOURCES.tsv counts: items of a list, else lines, else one document. */
function countOf(text: string): number {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.length : 1;
  } catch {
    return text.split('\n').filter((line) => line !== '').length;
  }
}
