import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../../../app/formats/bluesky/bluesky.ts';
import { expectSound, expectSturdy } from '../laws.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';
import { FERRY_POST } from './records.ts';

const read = (...values: unknown[]) =>
  readAll(bluesky, entryOf('x.json', values.map((value) => JSON.stringify(value)).join('\n')));
const sniff = async (value: unknown) => bluesky.sniff(await headOf(entryOf('x', JSON.stringify(value))));

const FERRY = { did: 'did:plc:ferry', handle: 'kamome.example', displayName: 'Kamome Ferry' };
const MINATO = { did: 'did:plc:minato', handle: 'shiokaze.example', displayName: '' };

function view(
  key: string,
  text: string,
  author: Record<string, string> = MINATO,
  more: Record<string, unknown> = {},
) {
  return {
    uri: `at://${author.did}/app.bsky.feed.post/${key}`,
    cid: 'x',
    author,
    record: { $type: 'app.bsky.feed.post', text, createdAt: '2025-02-08T01:00:00Z', ...more },
    labels: [{ val: '!no-unauthenticated' }, { val: 'rumor' }],
  };
}

describe('JSON of Bluesky', () => {
  it('comes as a feed, with shares and the authors of answered posts', async () => {
    const reply = { root: { uri: FERRY_POST }, parent: { uri: FERRY_POST } };
    const feed = {
      cursor: 'next',
      feed: [
        {
          post: view('3k2', 'Our own', MINATO, { reply }),
          reply: { parent: { ...view('3kferry', 'x', FERRY) } },
        },
        {
          post: view('3kferry', 'Theirs', FERRY),
          reason: {
            $type: 'app.bsky.feed.defs#reasonRepost',
            by: MINATO,
            indexedAt: '2025-02-08T05:00:00.000Z',
          },
        },
      ],
    };
    expect(await sniff(feed)).toBeGreaterThan(0.9);
    const found = await read(feed);
    expectSound(found, entryOf('x.json', ''));
    expect(found.records).toMatchObject([
      {
        text: 'Our own',
        source: { name: 'shiokaze.example', handle: 'shiokaze.example' },
        relations: [
          { kind: 'reply', source: { name: 'Kamome Ferry' } },
          { kind: 'thread', id: FERRY_POST },
        ],
        details: [{ kind: 'content-warning', value: 'rumor' }],
      },
      {
        text: 'Theirs',
        id: null,
        link: null,
        publishedAt: '2025-02-08T05:00:00Z',
        source: { handle: 'shiokaze.example' },
        relations: [
          { kind: 'repost', id: FERRY_POST, source: { name: 'Kamome Ferry', handle: 'kamome.example' } },
        ],
      },
    ]);
  });

  it('comes as a thread, in the order of a page', async () => {
    const thread = {
      post: view('3', 'c'),
      parent: { post: view('2', 'b'), parent: { post: view('1', 'a') } },
      replies: [
        { post: view('4', 'd'), replies: [{ post: view('5', 'e') }] },
        { $type: 'app.bsky.feed.defs#blockedPost', uri: 'at://x' },
        { post: view('6', 'f') },
      ],
    };
    const { records, problems } = await read({ thread });
    expect(records.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(problems).toEqual([]);
  });

  it('has the text of what is quoted, and who wrote it', async () => {
    const quoted = {
      uri: FERRY_POST,
      author: FERRY,
      value: { $type: 'app.bsky.feed.post', text: 'No ferries' },
    };
    const post = {
      ...view('3k2', 'Really?'),
      embed: { $type: 'app.bsky.embed.record#view', record: quoted },
    };
    const [story] = (await read(post)).records;
    expect(story?.segments.map(({ kind, start, end }) => [kind, story.text.slice(start, end)])).toEqual([
      ['post', 'Really?'],
      ['article', 'No ferries'],
    ]);
    expect(story?.relations).toMatchObject([
      { kind: 'quote', id: FERRY_POST, source: { name: 'Kamome Ferry', handle: 'kamome.example' } },
    ]);
  });

  it('comes as records, in a list, one a line, or as Jetstream has them', async () => {
    const { record, uri } = view('3k2', 'a');
    const jetstream = {
      did: 'did:plc:minato',
      time_us: 1,
      kind: 'commit',
      commit: { operation: 'create', collection: 'app.bsky.feed.post', rkey: '3k2', record, cid: 'x' },
    };
    const deletion = {
      ...jetstream,
      commit: { operation: 'delete', collection: 'app.bsky.feed.post', rkey: '3k2' },
    };
    for (const values of [
      [{ records: [{ uri, cid: 'x', value: record }], cursor: 'next' }],
      [[{ uri, value: record }]],
      [{ posts: [view('3k2', 'a')] }],
      [{ ...record, uri }],
      [jetstream],
    ]) {
      const { records, problems } = await read(...values, ...(Array.isArray(values[0]) ? [] : values));
      expect(new Set(records.map(({ id, text }) => `${id} ${text}`))).toEqual(new Set([`${uri} a`]));
      expect(problems).toEqual([]);
      expect(await sniff(values[0])).toBeGreaterThan(0.9);
    }
    expect(await read(jetstream, deletion, jetstream)).toMatchObject({ records: [{}, {}], problems: [] });
  });

  it('of feeds, lists and likes holds no stories', async () => {
    const like = { $type: 'app.bsky.feed.like', subject: { uri: FERRY_POST } };
    expect(await sniff({ uri: 'at://x', value: like })).toBe(0);
    expect(await read(like)).toEqual({ records: [], problems: [] });
    expect((await read({ a: 1 })).problems).toMatchObject([{ code: 'record-bad-shape' }]);
  });

  it('is read as far as it goes when it is damaged', async () => {
    await expectSturdy(
      bluesky,
      'x.json',
      JSON.stringify({ feed: [{ post: view('3k2', 'a') }, { post: view('3', 'b') }] }),
    );
  });
});

describe.skipIf(!hasCorpora)('real JSON of Bluesky', () => {
  it.each([
    ['marshalx_post_record.json', ['new text114']],
    ['marshalx_thread_view_post_with_embed_media.json', ['test']],
    ['marshalx_like_record.json', []],
  ])('%s', async (name, texts) => {
    const { records, problems } = await readAll(bluesky, corpusEntry(`bluesky/${name}`));
    expect(records.map(({ text }) => text)).toEqual(texts);
    expect(problems).toEqual([]);
  });
});
