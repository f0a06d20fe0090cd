import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { xApiV1 } from '../../../../../app/formats/x-api-v1.ts';
import { expectSound, expectSturdy } from '../laws.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const LINES = readFileSync(new URL('../../../../fixtures/dumps/x-api/v1.jsonl', import.meta.url), 'utf8');
const records = (LINES.match(/.+/gu) ?? []).map((line) => JSON.parse(line));
const sniff = async (content: string) => xApiV1.sniff(await headOf(entryOf('x', content)));
const read = (content: string) => readAll(xApiV1, entryOf('x.json', content));
const one = async (tweet: object) =>
  (await read(JSON.stringify({ ...records[0], extended_tweet: undefined, ...tweet }))).records[0];

describe('posts of API v1.1', () => {
  it('are recognised, and what a stream says beside them is passed over', async () => {
    expect(await sniff(LINES)).toBeGreaterThan(0.9);
    const found = await read(LINES);
    expectSound(found, entryOf('x.json', LINES));
    expect(found.problems).toEqual([]);
    expect(found.records.map(({ id, origin }) => [id, origin?.position])).toEqual([
      ['1100000000000000001', 1],
      ['1100000000000000002', 2],
      ['1100000000000000003', 3],
      ['1100000000000000004', 5],
    ]);
  });

  it('have their whole text, its entities decoded', async () => {
    expect((await read(LINES)).records[0]).toMatchObject({
      text: '湊市は防潮堤の工事費が増えると発表した。資材の値上がりが主な理由で、<120億円>になる。 https://t.co/News0001 #防潮堤',
      source: { name: '湊ニュース & 天気', handle: 'minato_news' },
      publishedAt: '2019-02-26T19:18:56Z',
      links: ['https://news.minato.example/seawall'],
      hashtags: ['防潮堤'],
      details: [{ kind: 'place', value: '湊市 港区, Minato' }],
      link: 'https://x.com/minato_news/status/1100000000000000001',
    });
  });

  it('that are handed on have all words of the other post, behind its name', async () => {
    expect((await read(LINES)).records[1]).toMatchObject({
      source: { handle: 'shiokaze_tsushin' },
      text: expect.stringMatching(/^RT @minato_news: 湊市は.*になる。/u),
      links: ['https://news.minato.example/seawall'],
      hashtags: ['防潮堤'],
      relations: [
        {
          kind: 'repost',
          id: '1100000000000000001',
          link: 'https://x.com/minato_news/status/1100000000000000001',
          source: { handle: 'minato_news' },
        },
      ],
    });
  });

  it('that quote another have its words as an article behind a blank line', async () => {
    const record = (await read(LINES)).records[2];
    expect(
      record?.segments.map(({ kind, lang, start, end }) => [kind, lang, record.text.slice(start, end)]),
    ).toEqual([
      ['post', 'en', 'Is this right? https://t.co/Quot0001'],
      ['article', 'ja', expect.stringMatching(/^湊市は.*#防潮堤$/u)],
    ]);
    expect(record).toMatchObject({
      lang: 'en',
      links: [
        'https://twitter.com/minato_news/status/1100000000000000001',
        'https://news.minato.example/seawall',
      ],
      relations: [{ kind: 'quote', id: '1100000000000000001', source: { handle: 'minato_news' } }],
      details: [{ kind: 'visibility', value: 'protected' }],
    });
  });

  it('that answer another name whom', async () => {
    expect((await read(LINES)).records[3]?.relations).toEqual([
      {
        kind: 'reply',
        id: '1100000000000000003',
        link: 'https://x.com/kita_desk/status/1100000000000000003',
        source: { name: '北の編集室', handle: 'kita_desk' },
      },
    ]);
  });

  it.each([
    ['a list', JSON.stringify(records)],
    ['a printed list', JSON.stringify(records, null, 2)],
    ['what a search answers', JSON.stringify({ statuses: records, search_metadata: {} })],
    ['what an enterprise search answers', JSON.stringify({ results: records, next: 'x' }, null, 1)],
    ['documents end to end', records.map((record) => JSON.stringify(record, null, 2)).join('\n')],
    [
      'documents with words between them',
      records.map((record) => JSON.stringify(record, null, 2)).join('\nextended mode\n'),
    ],
    ['records without line breaks', records.map((record) => JSON.stringify(record)).join('')],
  ])('are the same in %s', async (_, content) => {
    expect(await sniff(content)).toBeGreaterThan(0.9);
    const found = await read(content);
    expect(found.problems).toEqual([]);
    expect(found.records.map(({ origin, ...record }) => record)).toEqual(
      (await read(LINES)).records.map(({ origin, ...record }) => record),
    );
  });

  it('have ids that are exact, also where they are numbers only', async () => {
    const line = LINES.split('\n')[4]?.replace(/"id_str": "\d+", /u, '') ?? '';
    expect((await read(line)).records[0]?.id).toBe('1100000000000000004');
  });

  it('have X’s language by its present name; what has no words has none', async () => {
    const languages = [];
    for (const lang of ['in', 'iw', 'und', 'qme', 'zxx', 'art', 'zh-cn']) {
      languages.push((await one({ lang }))?.lang);
    }
    expect(languages).toEqual(['id', 'he', 'und', 'und', 'und', 'und', 'zh-cn']);
    expect((await one({ lang: undefined, text: 'The port of Minato is closed' }))?.lang).toBe('en');
  });

  it('have the time that their id tells, where they have no other', async () => {
    expect(await one({ created_at: undefined })).toMatchObject({
      publishedAt: '2019-02-25T11:50:11Z',
      precision: 'second',
    });
    expect(await one({ created_at: 'yesterday', id_str: '20' })).toMatchObject({
      publishedAt: null,
      precision: 'none',
    });
  });

  it('keep what was typed as an entity', async () => {
    expect((await one({ text: 'R&amp;D &amp;lt;b&gt; &copy;' }))?.text).toBe('R&D &lt;b> &copy;');
  });

  it('that are none are problems, and the next one is read', async () => {
    const found = await read(`{"id_str":"1"}\n{"bad\n[]\n${JSON.stringify(records[0])}`);
    expect(found.records).toHaveLength(1);
    expect(found.problems).toMatchObject([
      { code: 'record-bad-shape', params: { unit: 'line', position: 1 } },
      { code: 'record-bad-json', params: { unit: 'line', position: 2 } },
    ]);
  });

  it('are read without failing from damaged files', async () => {
    await expectSturdy(xApiV1, 'v1.jsonl', LINES);
    await expectSturdy(xApiV1, 'v1.json', JSON.stringify(records, null, 2));
  });
});

describe.skipIf(!hasCorpora)('real posts of API v1.1', () => {
  it.each([
    ['pleromabot_tweets_v1.json', 5],
    ['tu_compatibility_classic_13995.json', 2],
    ['tu_compatibility_classic_hidden_13797.json', 1],
    ['tu_compatibilityplus_classic_13994.json', 1],
    ['tu_compatibilityplus_classic_hidden_13797.json', 1],
    ['tu_compatibilityplus_extended_13997.json', 1],
    ['tu_extended_classic_hidden_13761.json', 1],
    ['tu_extended_extended_14001.json', 1],
    ['tu_orig_classic_quote.json', 1],
    ['tu_orig_long_attachment.json', 1],
    ['tu_orig_long_retweet_w_replies+attachment.json', 1],
    ['tweet_parser_public_api_sample.json', 20],
    ['tweet_parser_activity_streams.jsonl', 25],
  ])('are all there: %s', async (name, count) => {
    const entry = corpusEntry(`twitter_v1/${name}`);
    expect(xApiV1.sniff(await headOf(entry))).toBeGreaterThan(0.9);
    const found = await readAll(xApiV1, entry);
    expectSound(found, entry);
    expect(found.problems).toEqual([]);
    expect(found.records).toHaveLength(count);
  });

  it('that were cut have their whole text', async () => {
    const found = await readAll(xApiV1, corpusEntry('twitter_v1/tu_orig_long_attachment.json'));
    expect(found.records[0]?.text).toMatch(/>140 characters https:\/\/t\.co\/ws1QmqeYo6$/u);
    expect(found.records[0]).toMatchObject({
      links: [],
      media: [expect.stringMatching(/Cn04NcZUIAAM0B0\.jpg$/u)],
    });
  });

  it('keep ids that a double does not hold', async () => {
    const { records } = await readAll(xApiV1, corpusEntry('twitter_v1/tweet_parser_public_api_sample.json'));
    expect(records.map(({ id }) => id)).toContain('867503895978754048');
    const kinds = (kind: string) =>
      records.filter(({ relations }) => relations.some((each) => each.kind === kind));
    expect(kinds('quote')).toHaveLength(8);
    expect(kinds('repost')).toHaveLength(3);
  });

  it('say the same as the activities that they were sold as', async () => {
    const activities = await readAll(xApiV1, corpusEntry('twitter_v1/tweet_parser_activity_streams.jsonl'));
    const tweets = await readAll(xApiV1, corpusEntry('twitter_v1/tweet_parser_public_api_sample.json'));
    const byId = new Map(activities.records.map((record) => [record.id, record]));
    for (const tweet of tweets.records) {
      const activity = byId.get(tweet.id);
      expect(activity, tweet.id ?? '').toBeDefined();
      const { publishedAt, source, link } = tweet;
      expect(activity).toMatchObject({ publishedAt, source, link });
      expect(activity?.relations.map(({ kind, id }) => [kind, id])).toEqual(
        tweet.relations.map(({ kind, id }) => [kind, id]),
      );
    }
  });
});
