import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { xApiV2 } from '../../../../../app/formats/x-api-v2.ts';
import { expectSound, expectSturdy } from '../laws.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const LINES = readFileSync(new URL('../../../../fixtures/dumps/x-api/v2.jsonl', import.meta.url), 'utf8');
const sniff = async (content: string) => xApiV2.sniff(await headOf(entryOf('x', content)));
const read = (content: string) => readAll(xApiV2, entryOf('x.jsonl', content));
const story = async (end: number) =>
  (await read(LINES)).records.find(({ id }) => id === `150000000000000000${end}`);

describe('posts of API v2', () => {
  it('are those of pages, streams and flattened lines, and none that are only included', async () => {
    expect(await sniff(LINES)).toBeGreaterThan(0.9);
    const found = await read(LINES);
    expectSound(found, entryOf('x.jsonl', LINES));
    expect(found.records.map(({ id, origin }) => [id?.at(-1), origin?.position])).toEqual([
      ['2', 1],
      ['3', 1],
      ['5', 1],
      ['6', 1],
      ['7', 3],
      ['8', 5],
    ]);
    // The stream broke off in its last line.
    expect(found.problems).toMatchObject([
      { code: 'record-bad-json', params: { entry: 'x.jsonl', unit: 'line', position: 6 } },
    ]);
  });

  it('that hand one on have its words', async () => {
    expect(await story(2)).toMatchObject({
      text: 'RT @minato_news: 港のフェリーは6日から全便が運休する。強風のため。 https://t.co/Fer00001',
      source: { name: '潮風通信', handle: 'shiokaze_tsushin' },
      publishedAt: '2022-03-05T08:00:00Z',
      precision: 'second',
      links: ['https://ferry.minato.example/'],
      relations: [
        {
          kind: 'repost',
          id: '1500000000000000001',
          link: 'https://x.com/minato_news/status/1500000000000000001',
          source: { name: '湊ニュース', handle: 'minato_news' },
        },
      ],
    });
  });

  it('that answer one belong to its thread; pictures and places are those of the page', async () => {
    const link = 'https://x.com/minato_news/status/1500000000000000001';
    const source = { name: '湊ニュース', handle: 'minato_news' };
    expect(await story(3)).toMatchObject({
      text: '@minato_news R&D https://t.co/Pic00002',
      lang: 'und',
      links: [],
      media: ['https://pbs.minato.example/media/pier.jpg'],
      relations: [
        { kind: 'reply', id: '1500000000000000001', link, source },
        { kind: 'thread', id: '1500000000000000001', link, source },
      ],
      details: [
        { kind: 'visibility', value: 'protected' },
        { kind: 'place', value: '湊市' },
      ],
    });
  });

  it('that were edited take the place of those before', async () => {
    const record = await story(5);
    expect(record).toMatchObject({
      lang: 'id',
      relations: [
        { kind: 'quote', id: '1500000000000000001' },
        { kind: 'thread', id: '1500000000000000004', link: 'https://x.com/i/status/1500000000000000004' },
        {
          kind: 'edit',
          id: '1500000000000000004',
          link: 'https://x.com/shiokaze_tsushin/status/1500000000000000004',
        },
      ],
      details: [{ kind: 'edited', value: '2022-03-05T09:01:00Z' }],
    });
    expect(record?.segments.map(({ kind }) => kind)).toEqual(['post', 'article']);
  });

  it('that are long have all of their words, and the choices of a poll', async () => {
    expect(await story(6)).toMatchObject({
      text: 'フェリー会社に話を聞いた。運休の理由は強風だけではなく、船員の不足もあるという。 #フェリー',
      hashtags: ['フェリー'],
      details: [{ kind: 'attachment', value: '乗る / 乗らない' }],
    });
  });

  it('that are flattened have everything in them', async () => {
    const source = { name: '湊ニュース', handle: 'minato_news' };
    expect(await story(8)).toMatchObject({
      source: { name: '潮風通信', handle: 'shiokaze_tsushin' },
      relations: [
        { kind: 'reply', id: '1500000000000000007', source },
        { kind: 'thread', id: '1500000000000000007', source },
      ],
    });
  });

  it('are read from printed pages and lists', async () => {
    const page = JSON.parse(LINES.slice(0, LINES.indexOf('\n')));
    const lines = (await read(LINES)).records.slice(0, 4).map(({ id, text }) => ({ id, text }));
    for (const content of [JSON.stringify(page, null, 2), JSON.stringify([page])]) {
      expect(await sniff(content)).toBeGreaterThan(0.9);
      const { records, problems } = await read(content);
      expect(records.map(({ id, text }) => ({ id, text }))).toEqual(lines);
      expect(problems).toEqual([]);
    }
  });

  it('may be only an id and a text', async () => {
    const content = '{"data":[{"id":"1500000000000000001","text":"Fog"}],"meta":{"result_count":1}}';
    expect(await sniff(content)).toBeGreaterThan(0.5);
    expect((await read(content)).records).toMatchObject([
      { text: 'Fog', source: null, publishedAt: '2022-03-05T06:47:23Z' },
    ]);
  });

  it('are recognised behind more of what is included than a head holds', async () => {
    const users = Array.from({ length: 900 }, (_, index) => ({
      username: `reader_${index}`,
      id: String(7000 + index),
      description: 'x'.repeat(80),
    }));
    const content = JSON.stringify({
      includes: { users },
      data: [{ id: '1500000000000000001', text: 'Fog' }],
    });
    expect(await sniff(content)).toBeGreaterThan(0.5);
    expect((await read(content)).records).toHaveLength(1);
  });

  it.each([
    [
      'counts',
      '{"data":[{"end":"2022-01-01T00:00:00.000Z","start":"2022-01-01T00:00:00.000Z","tweet_count":3}],"meta":{"total_tweet_count":3}}',
    ],
    [
      'users',
      '{"data":[{"id":"7001","name":"潮風通信","username":"shiokaze_tsushin"}],"meta":{"result_count":1}}',
    ],
    [
      'compliance',
      '{"id":"1170025343920402432","action":"delete","created_at":"2019-09-06T17:25:54.667Z","reason":"protected"}',
    ],
    ['a list of notes', '[{"id":"1","text":"Buy fish"}]'],
  ])('are told apart from %s', async (_, content) => {
    expect(await sniff(content)).toBe(0);
  });

  it('are read without failing from damaged files', async () => {
    await expectSturdy(xApiV2, 'v2.jsonl', LINES);
  });
});

describe.skipIf(!hasCorpora)('real posts of API v2', () => {
  it.each([
    ['carpentries_one_tweet', 1, 0],
    ['cotweet', 1, 0],
    ['edited', 1, 0],
    ['edited_before', 1, 0],
    ['flat', 100, 0],
    ['geo_tweets', 2, 0],
    ['kpop', 100, 0],
    ['media_tweet', 1, 0],
    ['mentions_tweet', 1, 0],
    ['streaming_output_with_error', 7, 1],
    ['two_tweets', 1, 0],
    ['verified_type', 1, 0],
  ])('are all there: %s', async (name, posts, broken) => {
    const entry = corpusEntry(`twarc_v2/${name}.jsonl`);
    expect(xApiV2.sniff(await headOf(entry))).toBeGreaterThan(0.9);
    const found = await readAll(xApiV2, entry);
    expectSound(found, entry);
    expect(found.records).toHaveLength(posts);
    expect(found.problems).toHaveLength(broken);
    expect(found.records.filter(({ source }) => source?.handle == null)).toEqual([]);
  });

  it('have the relations that they name', async () => {
    const count = async (name: string) => {
      const { records } = await readAll(xApiV2, corpusEntry(`twarc_v2/${name}.jsonl`));
      const kinds = records.flatMap(({ relations }) => relations.map(({ kind }) => kind));
      return ['repost', 'reply', 'quote'].map((kind) => kinds.filter((each) => each === kind).length);
    };
    // 8 posts quote another, and 6 hand on one that does.
    expect(await count('flat')).toEqual([47, 31, 14]);
    expect(await count('kpop')).toEqual([78, 0, 0]);
    expect(await count('streaming_output_with_error')).toEqual([0, 3, 1]);
  });

  it.each(['counts', 'tweets_compliance'])('are not in %s', async (name) => {
    expect(xApiV2.sniff(await headOf(corpusEntry(`twarc_v2/${name}.jsonl`)))).toBe(0);
  });
});
