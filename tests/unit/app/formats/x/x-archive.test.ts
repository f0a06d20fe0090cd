import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { xArchive } from '../../../../../app/formats/x-archive/x-archive.ts';
import { expectSound, expectSturdy } from '../laws.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const DATA = new URL('../../../../fixtures/dumps/x-archive/data/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(DATA).map((name) => [name, readFileSync(new URL(name, DATA), 'utf8')]),
);
const ofArchive = (name: string) => entryOf(name, files[name] ?? '', files);
const sniff = async (content: string, name = 'x.js') => xArchive.sniff(await headOf(entryOf(name, content)));

const TWEET = {
  id_str: '1888040000000000001',
  created_at: 'Sat Feb 08 01:30:05 +0000 2025',
  full_text: '港の貨物',
  favorite_count: '1',
  entities: { hashtags: [], urls: [] },
};
const one = async (tweet: object, siblings: Record<string, string> = {}) => {
  const entry = entryOf('tweets.js', `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet }])}`, siblings);
  return (await readAll(xArchive, entry)).records[0];
};

describe("an archive's posts", () => {
  it('are read as a reader saw them, with the addresses behind short links', async () => {
    const { records, problems } = await readAll(xArchive, ofArchive('tweets.js'));
    expect(problems).toEqual([]);
    expect(records).toHaveLength(7);
    expectSound({ records, problems }, ofArchive('tweets.js'));
    expect(records[0]).toEqual({
      id: '1888040000000000001',
      source: { name: '潮風通信', handle: 'shiokaze_tsushin' },
      publishedAt: '2025-02-08T01:30:05Z',
      precision: 'second',
      lang: 'ja',
      lead: '港の貨物は1月に12%増 & 過去最高。🚢 https://t.co/Cargo001 #湊港 https://t.co/Pict0001',
      links: ['https://port.minato.example/statistics/2025/01/cargo'],
      hashtags: ['湊港'],
      media: ['https://pbs.minato.example/media/quay.jpg', 'https://pbs.minato.example/media/crane.jpg'],
      link: 'https://x.com/shiokaze_tsushin/status/1888040000000000001',
      title: null,
      relations: [],
      details: [],
      origin: { entry: 'tweets.js', unit: 'record', position: 1 },
      text: '港の貨物は1月に12%増 & 過去最高。🚢 https://t.co/Cargo001 #湊港 https://t.co/Pict0001',
      segments: [{ kind: 'post', lang: 'ja', start: 0, end: 70 }],
    });
  });

  it('say what they answer, hand on, quote and replace', async () => {
    const { records } = await readAll(xArchive, ofArchive('tweets.js'));
    const owner = { name: '潮風通信', handle: 'shiokaze_tsushin' };
    expect(records.map(({ relations }) => relations)).toEqual([
      [],
      [
        {
          kind: 'reply',
          id: '1888040000000000001',
          link: 'https://x.com/shiokaze_tsushin/status/1888040000000000001',
          source: owner,
        },
      ],
      [
        {
          kind: 'reply',
          id: '1888030000000000009',
          link: 'https://x.com/kita_desk/status/1888030000000000009',
          source: { name: '北の編集室', handle: 'kita_desk' },
        },
      ],
      [{ kind: 'repost', id: null, link: null, source: { name: '湊ニュース', handle: 'minato_news' } }],
      [
        {
          kind: 'quote',
          id: '1888030000000000001',
          link: 'https://x.com/kita_desk/status/1888030000000000001',
          source: { name: 'kita_desk', handle: 'kita_desk' },
        },
      ],
      [
        {
          kind: 'edit',
          id: '1888040000000000006',
          link: 'https://x.com/shiokaze_tsushin/status/1888040000000000006',
          source: owner,
        },
      ],
      [],
    ]);
    expect(records[5]?.details).toEqual([{ kind: 'edited', value: '2025-02-08T05:10:00Z' }]);
    // What is left of a link that was cut is none.
    expect(records[3]?.links).toEqual([]);
  });

  it('have all words of long posts', async () => {
    const { records } = await readAll(xArchive, ofArchive('tweets.js'));
    expect(records[6]).toMatchObject({
      id: '1888040000000000008',
      links: ['https://city.minato.example/docs/seawall.pdf'],
      hashtags: ['防潮堤'],
      media: [],
    });
    expect(records[6]?.text).toMatch(/求めている。\n\n資料: https:\/\/t\.co\/Docs0001 #防潮堤$/u);
  });

  it('go on in other parts; a film is its best version', async () => {
    const { records, problems } = await readAll(xArchive, ofArchive('tweets-part1.js'));
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        lang: 'en',
        media: ['https://video.minato.example/large.mp4'],
        links: [],
        details: [{ kind: 'content-warning', value: 'possibly_sensitive' }],
      },
    ]);
  });

  it('are there when they were deleted, and say so', async () => {
    const { records } = await readAll(xArchive, ofArchive('deleted-tweets.js'));
    expect(records).toMatchObject([
      { text: '貨物は20%増(誤り)', details: [{ kind: 'status', value: 'deleted' }] },
    ]);
  });
});

describe('long posts', () => {
  it('whose posts are gone stand by themselves', async () => {
    const { records, problems } = await readAll(xArchive, ofArchive('note-tweet.js'));
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        id: '1600000000000000000',
        publishedAt: '2022-12-06T05:10:26Z',
        text: 'A long post whose own post is gone from the archive.',
        source: { handle: 'shiokaze_tsushin' },
      },
    ]);
  });

  it('all stand by themselves where they are all there is', async () => {
    const { records } = await readAll(xArchive, entryOf('note-tweet.js', files['note-tweet.js'] ?? ''));
    expect(records).toHaveLength(2);
  });

  it('of a thread go to their own posts, though all have the same second', async () => {
    const begin = (n: number) => `${n}/3 ${'長い話の続き'.repeat(20)}`;
    const notes = [3, 1, 2].map((n) => ({
      noteTweet: {
        noteTweetId: `18880399999900000${n}`,
        createdAt: '2025-02-08T01:30:04.000Z',
        core: { text: `${begin(n)}とその結び${n}`, urls: [] },
      },
    }));
    const posts = [1, 2, 3].map((n) => ({
      tweet: { ...TWEET, id_str: `188804000000000000${n}`, full_text: `@minato_news ${begin(n)}…` },
    }));
    const entry = entryOf('tweets.js', `window.YTD.tweets.part0 = ${JSON.stringify(posts)}`, {
      'note-tweet.js': `window.YTD.note_tweet.part0 = ${JSON.stringify(notes)}`,
    });
    const { records } = await readAll(xArchive, entry);
    expect(records.map(({ text }) => text)).toEqual(
      [1, 2, 3].map((n) => `@minato_news ${begin(n)}とその結び${n}`),
    );
  });
});

describe('the owner of an archive', () => {
  it('is named by its table of contents, where there is no account', async () => {
    const record = await one(TWEET, { 'manifest.js': files['manifest.js'] ?? '' });
    expect(record?.source).toEqual({ name: '潮風通信', handle: 'shiokaze_tsushin' });
  });

  it("is named by the address of a post's picture, where the file stands alone", async () => {
    const { records } = await readAll(xArchive, entryOf('tweets.js', files['tweets.js'] ?? ''));
    expect(new Set(records.map(({ source }) => source?.handle))).toEqual(new Set(['shiokaze_tsushin']));
  });

  it('is not known where nothing names them', async () => {
    expect(await one(TWEET)).toMatchObject({
      source: null,
      link: 'https://x.com/i/status/1888040000000000001',
    });
  });
});

describe('an archive of another time, or one that somebody worked on', () => {
  const items = JSON.stringify([{ tweet: TWEET }]);
  it.each([
    ['window.YTD.tweet.part0 = ', ''],
    ['window.YTD.tweets.part12 = ', ';\n'],
    ['window.YTD.twitter_circle_tweet.part0 = ', ''],
    ['module.exports = ', ''],
    ['export default ', ';'],
    ['const tweets = ', ''],
    ['', ''],
  ])('is read with %j in front', async (prefix, suffix) => {
    const content = prefix + items + suffix;
    expect(await sniff(content)).toBeGreaterThan(0.9);
    const { records, problems } = await readAll(xArchive, entryOf('x.js', content));
    expect(records.map(({ text }) => text)).toEqual(['港の貨物']);
    expect(problems).toEqual([]);
  });

  it('has entries without a wrapper', async () => {
    const content = `window.YTD.tweet.part0 = ${JSON.stringify([TWEET])}`;
    expect((await readAll(xArchive, entryOf('tweet.js', content))).records).toMatchObject([
      { text: '港の貨物' },
    ]);
    expect(await sniff(JSON.stringify([TWEET]))).toBeGreaterThan(0.8);
  });

  it('had a file a month up to 2018, and no time of day before November 2010', async () => {
    const tweets = [
      { id_str: '9007199254740993', created_at: '2010-03-01 00:00:00 +0000', text: 'Grey sea' },
      {
        id_str: '400000000000000000',
        created_at: '2013-11-11 20:06:22 +0000',
        text: 'Fog',
        user: { screen_name: 'minato_news', name: '湊' },
      },
    ];
    const content = `Grailbird.data.tweets_2013_11 = \n ${JSON.stringify(tweets)}`;
    expect(await sniff(content)).toBeGreaterThan(0.9);
    const { records } = await readAll(xArchive, entryOf('2013_11.js', content));
    expect(records).toMatchObject([
      { id: '9007199254740993', publishedAt: '2010-03-01', precision: 'day' },
      { publishedAt: '2013-11-11T20:06:22Z', source: { handle: 'minato_news' } },
    ]);
  });
});

describe("an archive's other files", () => {
  it.each(['like.js', 'account.js', 'manifest.js'])('hold no posts: %s', async (name) => {
    expect(await sniff(files[name] ?? '', name)).toBe(0);
    expect(xArchive.companions?.test(`archive/data/${name}`)).toBe(true);
  });

  it('may hold nothing, which nobody needs to be told', async () => {
    const nothing = 'window.YTD.twitter_article.part0 = [ ]';
    expect(await sniff(nothing)).toBeGreaterThan(0.5);
    expect(await readAll(xArchive, entryOf('twitter-article.js', nothing))).toEqual({
      records: [],
      problems: [],
    });
  });

  it.each([
    'data/direct-messages-group.js',
    'data/ad-impressions-part3.js',
    'data/tweet-headers.js',
    'data/tweets_media/1-a.jpg',
    'twitter-2025/Your archive.html',
    'assets/js/main.0506.js',
    'xf.grok-chat-item.js',
  ])('are no companions without a name: %s', (name) => {
    expect(xArchive.companions?.test(name)).toBe(true);
  });

  it.each([
    'data/tweets.js',
    'data/tweets-part1.js',
    'data/tweet.js',
    'data/note-tweet.js',
    'data/deleted-tweets.js',
    'data/community-tweet.js',
    'data/twitter-article.js',
    'my-likes.js.txt',
    'outbox.json',
  ])('are told apart from %s', (name) => {
    expect(xArchive.companions?.test(name)).toBe(false);
  });
});

describe('a damaged archive', () => {
  it('gives what can be read, and says what not', async () => {
    const items = [{ tweet: TWEET }, { tweet: { id_str: '2' } }, { tweet: { ...TWEET, id_str: '3' } }];
    const content = `window.YTD.tweets.part0 = ${JSON.stringify(items).slice(0, -1)},{"tweet":{"full_te`;
    const { records, problems } = await readAll(xArchive, entryOf('tweets.js', content));
    expect(records.map(({ id }) => id)).toEqual(['1888040000000000001', '3']);
    expect(problems).toMatchObject([
      { code: 'record-bad-shape', params: { entry: 'tweets.js', unit: 'record', position: 2 } },
      { code: 'entry-truncated' },
    ]);
  });

  it('loses one post where a bracket or quote is missing, wherever that is', async () => {
    const text = files['tweets.js'] ?? '';
    for (const [lost, whole, broken] of [
      ['4', '"lang" : "ja"\n    }\n  },\n', '"lang" : "ja"\n    },\n'],
      ['1', '"favorited" : false,', '"favorited : false,'],
      ['2', '"symbols" : [],', '"symbols" : ],'],
    ] as const) {
      const at = text.indexOf(whole, text.indexOf(`"id_str" : "188804000000000000${Number(lost) - 1}"`));
      const damaged = text.slice(0, at) + broken + text.slice(at + whole.length);
      const { records, problems } = await readAll(xArchive, entryOf('tweets.js', damaged, files));
      const ids = ['1', '2', '3', '4', '5', '7', '8'].filter((id) => id !== lost);
      expect(records.map(({ id }) => id?.at(-1))).toEqual(ids);
      expect(problems).toMatchObject([{ code: 'record-bad-json', params: { unit: 'line' } }]);
    }
  });

  it('is read without failing', async () => {
    await expectSturdy(xArchive, 'tweets.js', files['tweets.js'] ?? '', files);
    await expectSturdy(xArchive, 'note-tweet.js', files['note-tweet.js'] ?? '', files);
  });
});

describe.skipIf(!hasCorpora)('a real archive', () => {
  it.each(['lincoln_highway.tweets.js', 'lincoln_highway.ytd-restored.tweets.js'])(
    'has all of its posts: %s',
    async (name) => {
      const entry = corpusEntry(`twitter_archive/${name}`);
      expect(xArchive.sniff(await headOf(entry))).toBeGreaterThan(0.9);
      const found = await readAll(xArchive, entry);
      const { records, problems } = found;
      expectSound(found, entry);
      expect(problems).toEqual([]);
      expect(records).toHaveLength(154);
      const withRelation = (kind: string) =>
        records.filter(({ relations }) => relations.some((relation) => relation.kind === kind)).length;
      expect(withRelation('repost')).toBe(6);
      expect(withRelation('reply')).toBe(39);
      expect(records.flatMap(({ media }) => media)).toHaveLength(38);
      expect(records.flatMap(({ links }) => links).filter((link) => link.includes('//t.co/'))).toEqual([]);
      expect(records.filter(({ text }) => /&(?:amp|lt|gt);/u.test(text))).toEqual([]);
      const days = records.map(({ publishedAt }) => publishedAt?.slice(0, 10)).sort();
      expect([days[0], days.at(-1)]).toEqual(['2022-08-25', '2022-11-12']);
      expect(new Set(records.map(({ source }) => source?.handle)).size).toBe(1);
    },
  );

  it.each(['xf.grok-chat-item.js', 'xf.manifest.js'])('has companions: %s', async (name) => {
    expect(xArchive.sniff(await headOf(corpusEntry(`twitter_archive/${name}`)))).toBe(0);
    expect(xArchive.companions?.test(name)).toBe(true);
  });
});
