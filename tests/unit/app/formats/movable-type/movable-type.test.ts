import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MovableTypeEntry,
  movableTypeEntries,
} from '../../../../../app/formats/movable-type/entries.ts';
import { movableType } from '../../../../../app/formats/movable-type/movable-type.ts';
import type { Problem } from '../../../../../app/problem.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const EXPORT = `AUTHOR: 湊 花子
TITLE: 橋が&quot;開通&quot;
BASENAME: 2025/02/08/103005
STATUS: Publish
ALLOW COMMENTS: 1
CONVERT BREAKS: 0
DATE: 02/08/2025 10:30:05
CATEGORY: 交通
CATEGORY: 港
IMAGE: https://img.example/bridge.jpg
-----
BODY:
<p>新しい橋が<a href="https://port.example/">港</a>に
開通した。</p>
TITLE: これは本文
-----\t
--------\t
まだ本文。
-----
EXTENDED BODY:
<p>続き。</p>
-----
COMMENT:
AUTHOR: 汐見
EMAIL: s@shiomi.example
IP: 192.0.2.1
URL: https://shiomi.example/
DATE: 02/09/2025 12:05:00 AM
一行目
二行目
-----
PING:
TITLE: よその記事
URL: https://elsewhere.example/
DATE: 02/09/2025 12:05:00
要約
-----
--------
AUTHOR: 湊 花子
TITLE: 下書き
STATUS: Draft
CONVERT BREAKS: default
PRIMARY CATEGORY: 港

DATE: 02/10/2025 01:02:03 PM
-----
BODY:
一行目
二行目

三行目
-----
KEYWORDS:
橋,"港 町"
-----


--------
`;

describe('an export of Movable Type', () => {
  it('gives entries with their comments behind them', async () => {
    const { records, problems } = await readAll(movableType, entryOf('export.txt', EXPORT));
    expect(problems).toEqual([]);
    expect(records.map((story) => story.text)).toEqual([
      '橋が"開通"\n\n新しい橋が港に 開通した。\n\nTITLE: これは本文 ----- -------- まだ本文。\n\n続き。',
      '一行目\n二行目',
      '下書き\n\n一行目\n二行目\n\n三行目',
    ]);
    expect(records[0]).toMatchObject({
      id: '2025/02/08/103005',
      source: { name: '湊 花子', handle: null },
      publishedAt: '2025-02-08T10:30:05',
      precision: 'second',
      title: '橋が"開通"',
      links: ['https://port.example/'],
      media: ['https://img.example/bridge.jpg'],
      details: [
        { kind: 'category', value: '交通' },
        { kind: 'category', value: '港' },
      ],
      origin: { entry: 'export.txt', unit: 'line', position: 1 },
    });
    expect(records[1]).toMatchObject({
      id: null,
      source: { name: '汐見', handle: null },
      publishedAt: '2025-02-09T00:05:00',
      links: ['https://shiomi.example/'],
      relations: [{ kind: 'reply', id: '2025/02/08/103005', source: { name: '湊 花子' } }],
    });
    expect(records[2]).toMatchObject({
      id: 'entry:2025-02-10T13:02:03',
      publishedAt: '2025-02-10T13:02:03',
      hashtags: ['橋', '港 町'],
      details: [
        { kind: 'status', value: 'Draft' },
        { kind: 'category', value: '港' },
      ],
    });
  });

  it('is recognised by its first entry, whatever its name', async () => {
    expect(
      movableType.sniff(await headOf(entryOf('x.bin', `\ufeff\n${EXPORT.replaceAll('\n', '\r\n')}`))),
    ).toBeGreaterThan(0.9);
    for (const other of ['', 'TITLE: x\n', 'TITLE: x\n-----\nhello', 'AUTHOR: a\nhello\n-----\nBODY:\nx']) {
      expect(movableType.sniff(await headOf(entryOf('export.txt', other)))).toBe(0);
    }
  });

  it('may leave lines that look like an end unprotected', async () => {
    const text =
      'TITLE: a\n-----\nBODY:\nb\n-----\n-----\n\nc\n--------\nd\n-----\n--------\nTITLE: e\n-----\nno section\n-----\n--------\n';
    const { records } = await readAll(movableType, entryOf('x', text));
    expect(records.map((story) => story.text)).toEqual([
      'a\n\nb\n-----\n-----\n\nc\n--------\nd',
      'e\n\nno section',
    ]);
  });

  it('that ends too early gives what is there', async () => {
    const { records, problems } = await readAll(
      movableType,
      entryOf('x', 'TITLE: a\n-----\nBODY:\nb\n-----\n--------\nTITLE: c\n-----\nBODY:\nd'),
    );
    expect(records.map((story) => story.title)).toEqual(['a', 'c']);
    expect(problems).toMatchObject([{ code: 'entry-truncated', params: { entry: 'x' } }]);
  });

  it('names an entry that says nothing', async () => {
    const { records, problems } = await readAll(
      movableType,
      entryOf('x', 'DATE: x\n-----\n--------\nTITLE: b\n--------\n'),
    );
    expect(records.map((story) => story.text)).toEqual(['b']);
    expect(problems).toMatchObject([{ code: 'record-bad-shape', params: { unit: 'line', position: 1 } }]);
  });

  it('that is damaged is never thrown over, and every story has a text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.nat(EXPORT.length),
            fc.nat(20),
            fc.constantFrom('', '\n', '-----\n', '--------\n', ':'),
          ),
        ),
        fc.nat(EXPORT.length),
        async (cuts, end) => {
          const cut = (rest: string, [at, length, put]: [number, number, string]) =>
            rest.slice(0, at) + put + rest.slice(at + length);
          const { records } = await readAll(
            movableType,
            entryOf('x', cuts.reduce(cut, EXPORT).slice(0, end)),
          );
          for (const story of records) expect(story.text.trim()).not.toBe('');
        },
      ),
    );
  });
});

/** Writes an entry as Movable Type does. */
function written({ fields, sections }: Pick<MovableTypeEntry, 'fields' | 'sections'>): string {
  const text = sections.map(
    (section) => `${section.name}:\n${section.text.replace(/^-{5,}$/gmu, '$&\t')}\n-----\n`,
  );
  return `${fields.map(([key, value]) => `${key}: ${value}\n`).join('')}-----\n${text.join('')}--------\n`;
}

async function entriesOf(text: string, limit?: number): Promise<(MovableTypeEntry | Problem)[]> {
  const found: (MovableTypeEntry | Problem)[] = [];
  for await (const item of movableTypeEntries(entryOf('x', text).text(), 'x', limit)) found.push(item);
  return found;
}

describe('entries that were written', () => {
  const line = fc.constantFrom(
    '',
    'あ',
    'b c',
    '-----',
    '--------',
    '---',
    'TITLE: x',
    'BODY:',
    'COMMENT:',
    ' ',
    '----------',
  );
  const section = fc.record({
    name: fc.constantFrom('BODY', 'EXTENDED BODY', 'EXCERPT', 'KEYWORDS', 'COMMENT', 'PING'),
    text: fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n')),
  });
  const field = fc.tuple(
    fc.constantFrom('AUTHOR', 'TITLE', 'CATEGORY', 'DATE'),
    fc.constantFrom('', 'x', 'あ: b', '-----'),
  );
  const entry = fc.record({ fields: fc.array(field, { minLength: 1 }), sections: fc.array(section) });

  it('are read as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 3 }), async (entries) => {
        const found = await entriesOf(entries.map(written).join(''));
        expect(found).toEqual(entries.map((one) => ({ line: expect.any(Number), ...one })));
      }),
    );
  });

  it('are left out where they are too large', async () => {
    const body = (text: string) => written({ fields: [['TITLE', 'x']], sections: [{ name: 'BODY', text }] });
    const found = await entriesOf(
      body('a') + body('b\n'.repeat(200)) + body('c'.repeat(300)) + body('d'),
      200,
    );
    expect(found.map((item) => ('code' in item ? item.code : item.sections[0]?.text))).toEqual([
      'a',
      'record-too-large',
      'record-too-large',
      'd',
    ]);
  });
});

describe.skipIf(!hasCorpora)('real exports', () => {
  it('of FC2: 6 entries, one of them a draft, and 2 comments', async () => {
    const entry = corpusEntry('movabletype/fc2_sample-fc2-export.txt');
    const { records, problems } = await readAll(movableType, entry);
    expect(problems).toEqual([]);
    const answers = records.filter((story) => story.relations.length > 0);
    expect([records.length, answers.length]).toEqual([8, 2]);
    const fifth = records.find((story) => story.title === 'ブログ開設一周年');
    expect(answers.map((story) => story.relations[0]?.id)).toEqual([fifth?.id, fifth?.id]);
    expect(records.flatMap((story) => story.details.filter(({ kind }) => kind === 'status'))).toEqual([
      { kind: 'status', value: 'Draft' },
    ]);
    // A category is written as the primary one and once more; there are 8 lines of the second kind.
    expect(records.flatMap((story) => story.details.filter(({ kind }) => kind === 'category'))).toHaveLength(
      8,
    );
    expect(records.map((story) => story.publishedAt)).toEqual([
      '2009-03-10T21:15:30',
      '2009-03-10T23:40:05',
      '2009-05-02T12:00:00',
      '2010-01-15T08:30:45',
      '2010-08-07T19:00:00',
      '2010-08-08T10:12:34',
      '2010-08-08T21:45:00',
      '2011-02-20T15:20:10',
    ]);
    expect(records[1]?.text).toBe(
      '今日の空\n\n夕方の空がきれいだったので思わず撮影。\n\n明日は晴れるといいなぁ。\n\nではまた。',
    );
    expect(records[3]?.text).not.toMatch(/script|analyzer/u);
  });

  it('in the manner of Hatena: 2 entries; a comment that says nothing is no story', async () => {
    const { records, problems } = await readAll(
      movableType,
      corpusEntry('movabletype/yamadatt_two_entries.txt'),
    );
    expect(problems).toEqual([]);
    expect(records.map((story) => [story.id, story.publishedAt])).toEqual([
      ['poem', '2017-04-22T20:41:58'],
      ['2017/04/09/194939', '2017-04-09T19:49:39'],
    ]);
    expect(records.flatMap((story) => story.details.filter(({ kind }) => kind === 'category'))).toHaveLength(
      4,
    );
  });

  it.each(['fc2_sample-fc2-export.txt', 'yamadatt_two_entries.txt'])('%s is recognised', async (name) => {
    expect(movableType.sniff(await headOf(corpusEntry(`movabletype/${name}`)))).toBeGreaterThan(0.9);
  });
});
