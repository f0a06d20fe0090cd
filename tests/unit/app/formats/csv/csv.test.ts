import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../../../app/formats/csv/csv.ts';
import { previewMapping } from '../../../../../app/formats/mapping/preview.ts';
import { corpusEntry, corpusPath, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const POSTS = [
  'id,投稿日時,author,本文,url',
  '7,2025-02-08 10:30,湊新報,"湊大橋が開通した。',
  '市長が出席した。",https://minato.example/7',
  '8,,白瀬通信,"「橋」は""長い""",',
].join('\n');

describe('a table', () => {
  it('has a story a row', async () => {
    const { records, problems } = await readAll(csv, entryOf('posts.csv', POSTS));
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        id: '7',
        source: { name: '湊新報', handle: null },
        publishedAt: '2025-02-08T10:30',
        precision: 'minute',
        text: '湊大橋が開通した。\n市長が出席した。',
        link: 'https://minato.example/7',
        origin: { entry: 'posts.csv', unit: 'line', position: 2 },
      },
      { id: '8', text: '「橋」は"長い"', publishedAt: null, origin: { position: 4 } },
    ]);
  });

  it.each([',', ';', '\t'])('may part its cells with %j', async (delimiter) => {
    const text = `text${delimiter}lang\n橋、開通${delimiter}ja\nthe bridge, open; at last${delimiter}en\n`;
    const quoted = text.replace('the bridge, open; at last', '"the bridge, open; at last"');
    const { records } = await readAll(csv, entryOf('x.csv', quoted));
    expect(records.map(({ text: said, lang }) => [said, lang])).toEqual([
      ['橋、開通', 'ja'],
      ['the bridge, open; at last', 'en'],
    ]);
  });

  it('may name its delimiter in front, as Excel reads it', async () => {
    const { records } = await readAll(csv, entryOf('x.csv', 'sep=;\r\ntext;date\r\na, b, c;2025\r\n'));
    expect(records).toMatchObject([{ text: 'a, b, c', publishedAt: '2025', origin: { position: 3 } }]);
  });

  it('may have no header: its columns are numbers then', async () => {
    const text = '1,https://minato.example/1,橋が開通した。\n2,https://minato.example/2,港が閉まった。\n';
    const entry = entryOf('x.csv', text);
    expect((await previewMapping('csv', entry)).columns.map(({ path }) => path)).toEqual([
      ['1'],
      ['2'],
      ['3'],
    ]);
    const { records } = await readAll(csv, entry);
    expect(records.map((record) => record.text)).toEqual(['橋が開通した。', '港が閉まった。']);
  });

  it('may have columns without names, with equal names, and rows with more or fewer cells', async () => {
    const entry = entryOf('x.csv', ',text,text\n1,one,uno\n2,two\n3,three,tres,more\n');
    const { columns } = await previewMapping('csv', entry);
    expect(columns.map(({ path }) => path[0])).toEqual(['1', 'text', 'text 2', '4']);
    expect((await readAll(csv, entry)).records.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  it('tells rows without text and lone quotes, and reads the rest', async () => {
    const { records, problems } = await readAll(csv, entryOf('x.csv', 'text,n\n,1\na,"2\nb,3\n\n\\N,4\n'));
    expect(records.map(({ text }) => text)).toEqual(['a', 'b']);
    const where = { entry: 'x.csv', unit: 'line' };
    expect(problems).toEqual([
      { code: 'record-no-text', params: { ...where, position: 2, column: 'text' } },
      { code: 'record-broken-quote', params: { ...where, position: 3 } },
      { code: 'record-no-text', params: { ...where, position: 6, column: 'text' } },
    ]);
  });

  it.each(['', ' \n\n', 'text,lang\n'])('without rows has no stories: %j', async (text) => {
    const { records, problems } = await readAll(csv, entryOf('x.csv', text));
    expect(records).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['entry-no-text']);
  });

  it('is read as a person says', async () => {
    const NONE = { id: null, title: null, name: null, handle: null, date: null, lang: null, link: null };
    const items = [];
    const mapping = { ...NONE, text: [['b'], ['a']] };
    for await (const item of csv.parse(entryOf('x.csv', 'text,a,b\nx,1,2\n'), { rule: null, mapping }))
      items.push(item);
    expect(items).toMatchObject([{ text: '2\n\n1' }]);
  });
});

describe('what is taken for a table', () => {
  const sniff = async (name: string, text: string) => csv.sniff(await headOf(entryOf(name, text)));

  it('is known by its content, also under another name', async () => {
    for (const name of ['posts.csv', 'posts.txt', 'posts'])
      expect(await sniff(name, POSTS)).toBeGreaterThan(0.4);
  });

  it.each([
    ['English prose', 'Well, it rained.\nYes, it did.\nThen, the sun came out.\n'],
    ['Japanese prose', '雨が降り、風が吹いた。\n橋は、閉まった。\n港も、閉まった。\n'],
    ['lines', 'one\ntwo\nthree\n'],
    ['JSON lines', '{"a":1,"b":2}\n{"a":1,"b":2}\n{"a":1,"b":2}\n'],
    ['a commented table', '#FORMAT=WebAnno TSV 3.3\n#Text=x\n1-1\t0-4\tx\n1-2\t5-8\ty\n'],
  ])('is never %s', async (_what, text) => {
    expect(await sniff('x.txt', text)).toBe(0);
  });
});

describe.skipIf(!hasCorpora)('real tables', () => {
  // Rows, header included, as SOURCES.tsv counts them.
  it.each([
    ['csv/bom.csv', 3],
    ['csv/comma_in_quotes.csv', 2],
    ['csv/doublequote.csv', 6],
    ['csv/escaped_quotes.csv', 3],
    ['csv/example.utf16.csv', 4],
    ['csv/json.csv', 2],
    ['csv/quotes_and_newlines.csv', 3],
    ['csv/sample4_sjis_crlf.txt', 3],
    ['csv/simple.csv', 2],
    ['csv/table.tsv', 4],
    ['csv/utf8.csv', 3],
    ['labelstudio/test_export_csv__csv_test2_result.csv', 2],
    ['doccano/export__text_classification__example.csv', 4],
    ['doccano/import__sequence_to_sequence__example.csv', 4],
    ['doccano/import__text_classification__example.csv', 4],
    ['doccano/test__text_classification__example.invalid.2.csv', 4],
    ['doccano/test__text_classification__example_out_of_order_columns.csv', 4],
  ])('%s has %i rows, each a story or told to have no text', async (path, rows) => {
    const entry = corpusEntry(path, path.includes('sjis') ? { encoding: 'shift_jis' } : {});
    expect(csv.sniff(await headOf(entry))).toBeGreaterThan(0.4);
    const { records, problems } = await readAll(csv, entry);
    expect(problems.every(({ code }) => code === 'record-no-text')).toBe(true);
    expect(records.length + problems.length).toBe(rows - 1);
  });

  it('other than the folders of tables have none', async () => {
    const others = [
      'text',
      'markdown',
      'markdown_tweets',
      'movabletype',
      'mail',
      'parallel',
      'webanno_tsv',
      'rss_atom',
      'twarc_v2',
      'twitter_v1',
    ];
    for (const folder of others) {
      for (const file of readdirSync(corpusPath(folder), { withFileTypes: true })) {
        if (!file.isFile()) continue;
        const sureness = csv.sniff(await headOf(corpusEntry(`${folder}/${file.name}`)));
        expect([folder, file.name, sureness]).toEqual([folder, file.name, 0]);
      }
    }
  });
});
