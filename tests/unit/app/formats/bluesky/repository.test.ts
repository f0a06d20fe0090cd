import { encode } from '@ipld/dag-cbor';
import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../../../app/formats/bluesky/bluesky.ts';
import { readRepository } from '../../../../../app/formats/bluesky/repository.ts';
import type { StoryRecord } from '../../../../../app/formats/story-record.ts';
import { expectSound, expectSturdy } from '../laws.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';
import { CARGO_TEXT, FERRY_POST, RECORDS } from './records.ts';
import { DID, repositoryFile } from './repository-file.ts';

const FILE = await repositoryFile(RECORDS);
const read = (bytes: Uint8Array) => readAll(bluesky, entryOf('repo.car', bytes));
const keysOf = (records: readonly StoryRecord[]) => records.map(({ id }) => id?.split('/').at(-1) ?? null);
const KEYS = ['3k2', '3k3', '3k4', '3k5'];

/** Where something stands in the file. */
const placeOf = (text: string) => Buffer.from(FILE).indexOf(text);

function damaged(place: number, byte = 0xff): Uint8Array {
  const bytes = FILE.slice();
  bytes[place] = byte;
  return bytes;
}

describe('a repository of Bluesky', () => {
  it('is recognised by its bytes', async () => {
    expect(bluesky.sniff(await headOf(entryOf('x', FILE)))).toBeGreaterThan(0.8);
    expect(bluesky.sniff(await headOf(entryOf('x.car', 'a car is no text')))).toBe(0);
  });

  it('has a story for each post and repost, with its address', async () => {
    const found = await read(FILE);
    expectSound(found, entryOf('repo.car', ''));
    expect(found.problems).toEqual([]);
    expect(keysOf(found.records)).toEqual(KEYS);
    expect(found.records[0]).toMatchObject({
      id: `at://${DID}/app.bsky.feed.post/3k2`,
      source: { name: '潮風通信', handle: null },
      publishedAt: '2025-02-08T10:30:05+09:00',
      lang: 'ja',
      text: CARGO_TEXT,
      links: ['https://port.minato.example/statistics/2025'],
      hashtags: ['港', 'MinatoKou'],
      media: [
        `https://cdn.bsky.app/img/feed_fullsize/plain/${DID}/bafkreiblzvfqwaixdxtud6ubeilb4yyc6zdfsmfinfh4lpojik2tql7gwa@jpeg`,
      ],
      link: `https://bsky.app/profile/${DID}/post/3k2`,
      details: [{ kind: 'attachment', value: '岸壁のコンテナ船' }],
    });
  });

  it('keeps answers and their threads, warnings, and the card of a link', async () => {
    const { records } = await read(FILE);
    const [, answer] = records;
    expect(answer?.relations).toMatchObject([
      { kind: 'reply', id: `at://${DID}/app.bsky.feed.post/3k2` },
      { kind: 'thread', id: FERRY_POST, link: 'https://bsky.app/profile/did:plc:ferry/post/3kferry' },
    ]);
    expect(answer?.details).toEqual([{ kind: 'content-warning', value: 'graphic-media' }]);
    expect(answer?.links).toEqual(['https://news.minato.example/storm']);
    expect(answer?.segments.map(({ kind, start, end }) => [kind, answer.text.slice(start, end)])).toEqual([
      ['post', 'All ferries stay in port.'],
      ['article', 'Storm at sea\nNo ferries until Monday.'],
    ]);
  });

  it('keeps quotes and reposts, and has words for posts without any', async () => {
    const { records } = await read(FILE);
    expect(records[2]).toMatchObject({
      text: 'A chart of berths',
      relations: [{ kind: 'quote', id: FERRY_POST }],
    });
    const link = 'https://bsky.app/profile/did:plc:ferry/post/3kferry';
    expect(records[3]).toMatchObject({
      text: link,
      link: null,
      relations: [{ kind: 'repost', id: FERRY_POST, link }],
    });
  });

  it('with a damaged block has all other stories', async () => {
    const { records, problems } = await read(damaged(placeOf('All ferries')));
    expect(keysOf(records)).toEqual(['3k2', '3k4', '3k5']);
    expect(problems).toMatchObject([{ code: 'entry-damaged', params: { entry: 'repo.car', unit: 'byte' } }]);
    expect(problems[0]?.params.position).toBeLessThan(placeOf('All ferries'));
  });

  it('with a damaged length finds the next block by its hash', async () => {
    const { records, problems } = await read(FILE);
    // A length of two bytes and a CID of 36 stand in front of the block.
    const place = (records[1]?.origin?.position as number) - 38;
    for (const byte of [0x00, 0x7f, 0x90, 0xff]) {
      const found = await read(damaged(place, byte));
      expect(keysOf(found.records)).toEqual(['3k2', '3k4', '3k5']);
      expect(found.problems).toMatchObject([{ code: 'entry-damaged', params: { position: place } }]);
    }
    expect(problems).toEqual([]);
  });

  it('with a damaged node of its tree has the stories of that node without their addresses', async () => {
    const { records, problems } = await read(damaged(placeOf('app.bsky.actor.profile/self')));
    expect(keysOf(records)).toEqual([null, '3k3', '3k4', '3k5']);
    expect(records[0]?.text).toBe(CARGO_TEXT);
    expect(problems).toMatchObject([{ code: 'entry-damaged' }]);
  });

  it('without its header or its end has what stands between', async () => {
    const headless = await read(damaged(3));
    expect(headless.records).toEqual([]);
    const known = await readAll(
      { ...bluesky, parse: (entry) => readRepository(entry) },
      entryOf('repo.car', damaged(3)),
    );
    expect(keysOf(known.records)).toEqual(KEYS);
    expect(known.problems).toMatchObject([{ code: 'entry-damaged', params: { position: 0 } }]);
    const cut = await read(FILE.slice(0, -20));
    expect(keysOf(cut.records)).toEqual(KEYS.slice(0, -1));
    expect(cut.problems).toMatchObject([{ code: 'entry-truncated', params: { byte: FILE.length - 20 } }]);
  });

  it('is read as far as a limit goes', async () => {
    const limited = {
      ...bluesky,
      parse: (entry: Parameters<typeof readRepository>[0]) => readRepository(entry, 1000),
    };
    const { problems } = await readAll(limited, entryOf('repo.car', FILE));
    expect(problems).toMatchObject([{ code: 'entry-too-large', params: { limit: 1000 } }]);
  });

  it('is let go of, also when nobody reads on', async () => {
    let open = 0;
    const entry = {
      ...entryOf('repo.car', FILE),
      async *read() {
        open++;
        try {
          for (let at = 0; at < FILE.length; at += 64) yield FILE.subarray(at, at + 64);
        } finally {
          open--;
        }
      },
    };
    await readAll(bluesky, entry);
    for await (const _ of readRepository(entry)) break;
    for await (const _ of readRepository(entry, 1000)) break;
    expect(open).toBe(0);
  });

  it('is read whatever is wrong with it', async () => {
    await expectSturdy(bluesky, 'repo.car', FILE);
  });

  it('may be a single record', async () => {
    const record = encode(RECORDS['app.bsky.feed.post/3k3']);
    expect(bluesky.sniff(await headOf(entryOf('x', record)))).toBeGreaterThan(0.8);
    const { records } = await read(record);
    expect(records).toMatchObject([{ id: null, link: null, publishedAt: '2025-02-08T02:00:00Z' }]);
  });
});

describe.skipIf(!hasCorpora)('a real repository', () => {
  it('has 494 posts and 25 reposts, as another program decoded them', async () => {
    const car = await readAll(bluesky, corpusEntry('bluesky/bsky-app.car'));
    const json = await readAll(bluesky, corpusEntry('bluesky/bsky-app.json'));
    expectSound(car, corpusEntry('bluesky/bsky-app.car'));
    expect([car.problems, json.problems]).toEqual([[], []]);
    const isRepost = ({ relations }: StoryRecord) => relations[0]?.kind === 'repost';
    expect(car.records.filter(isRepost)).toHaveLength(25);
    expect(car.records.filter((record) => !isRepost(record))).toHaveLength(494);
    const comparable = (records: readonly StoryRecord[]) =>
      new Map(records.map((record) => [record.id, { ...record, origin: null, source: null }]));
    expect(comparable(car.records)).toEqual(comparable(json.records));
    expect(new Set(car.records.map(({ source }) => source?.name))).toEqual(new Set(['Bluesky']));
  });

  it('may be a single record with a quote and a picture', async () => {
    const { records, problems } = await readAll(bluesky, corpusEntry('bluesky/feedpost_record.cbor'));
    expect(problems).toEqual([]);
    expect(records.map(({ relations, media }) => [relations[0]?.kind, media.length])).toEqual([['quote', 1]]);
  });
});
