import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activitypub } from '../../../../app/formats/activitypub/activitypub.ts';
import { expectSound, expectSturdy } from './laws.ts';
import { corpusEntry, corpusPath, entryOf, hasCorpora, headOf, readAll } from './support.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/dumps/mastodon/${name}`, import.meta.url), 'utf8');
const OUTBOX = fixture('outbox.json');
const ACTOR = fixture('actor.json');
const CONTEXT = 'https://www.w3.org/ns/activitystreams';

const outbox = () => entryOf('outbox.json', OUTBOX, { 'actor.json': ACTOR });
const sniff = async (content: string) => activitypub.sniff(await headOf(entryOf('x', content)));
const read = (value: unknown) => readAll(activitypub, entryOf('x.json', JSON.stringify(value)));

async function storyNamed(end: string) {
  const { records } = await readAll(activitypub, outbox());
  return records.find((record) => record.id?.endsWith(end));
}

describe('an outbox', () => {
  it('is recognised by what it says, whatever its name', async () => {
    expect(await sniff(OUTBOX)).toBeGreaterThan(0.9);
  });

  it('has a story for each post and each share, and a problem for what is not in it', async () => {
    const { records, problems } = await readAll(activitypub, outbox());
    expect(records.map(({ id }) => id?.split('/statuses/')[1])).toEqual([
      '101',
      '102/activity',
      '103',
      '104',
      '105',
      '106',
    ]);
    expect(problems).toMatchObject([
      { code: 'record-bad-shape', params: { entry: 'outbox.json', unit: 'record', position: 8 } },
    ]);
    expectSound({ records, problems }, outbox());
  });

  it('gives a post as a reader saw it', async () => {
    expect(await storyNamed('/101')).toEqual({
      id: 'https://social.minato.example/users/shiokaze/statuses/101',
      source: { name: '潮風通信 Shiokaze', handle: 'shiokaze@social.minato.example' },
      publishedAt: '2025-02-08T01:30:05Z',
      precision: 'second',
      lang: 'ja',
      lead: '港の貨物は1月に12%増えた。',
      links: ['https://port.minato.example/statistics/2025/01/cargo'],
      hashtags: ['MinatoKou'],
      media: ['/media_attachments/files/1/quay.jpg'],
      link: 'https://social.minato.example/@shiokaze/101',
      title: null,
      relations: [],
      details: [
        { kind: 'visibility', value: 'public' },
        { kind: 'edited', value: '2025-02-08T02:00:00Z' },
        { kind: 'attachment', value: 'コンテナ船が着いた岸壁' },
      ],
      origin: { entry: 'outbox.json', unit: 'record', position: 1 },
      text: '港の貨物は1月に12%増えた。\n\n出典:\nport.minato.example/statistics… #MinatoKou',
      segments: [{ kind: 'post', lang: 'ja', start: 0, end: 63 }],
    });
  });

  it('gives a share with the address of what was shared, and who wrote that', async () => {
    expect(await storyNamed('/102/activity')).toMatchObject({
      text: 'https://ferry.example/objects/7c1f',
      links: ['https://ferry.example/objects/7c1f'],
      link: null,
      relations: [
        {
          kind: 'repost',
          id: 'https://ferry.example/objects/7c1f',
          link: 'https://ferry.example/objects/7c1f',
          source: { name: 'kamome', handle: 'kamome@ferry.example' },
        },
      ],
    });
  });

  it('keeps warnings, audiences, answers and quotes', async () => {
    expect(await storyNamed('/103')).toMatchObject({
      text: "@kamome All ferries stay in port & that won't change today.",
      links: [],
      details: [
        { kind: 'content-warning', value: 'storm talk' },
        { kind: 'visibility', value: 'unlisted' },
      ],
      relations: [{ kind: 'reply', id: 'https://ferry.example/users/kamome/statuses/55' }],
    });
    expect(await storyNamed('/105')).toMatchObject({
      text: 'Is this right?',
      details: [{ kind: 'visibility', value: 'direct' }],
      relations: [{ kind: 'quote', id: 'https://social.minato.example/users/shiokaze/statuses/101' }],
    });
  });

  it('gives polls with their choices, and posts of pictures with what is said about these', async () => {
    expect(await storyNamed('/104')).toMatchObject({
      text: 'When will the ferry sail?\n\nToday\nTomorrow',
      details: [{ kind: 'visibility', value: 'followers' }],
    });
    expect(await storyNamed('/106')).toMatchObject({ text: 'A chart: cargo in January, up 12 percent' });
  });

  it('knows its owner by the addresses where no actor.json is beside it, or a broken one', async () => {
    const alone = await readAll(activitypub, entryOf('outbox.json', OUTBOX));
    const source = { name: 'shiokaze', handle: 'shiokaze@social.minato.example' };
    expect(new Set(alone.records.map((record) => JSON.stringify(record.source)))).toEqual(
      new Set([JSON.stringify(source)]),
    );
    const broken = await readAll(activitypub, entryOf('outbox.json', OUTBOX, { 'actor.json': '{"name":' }));
    expect(broken.records[0]?.source).toEqual(source);
    expect(broken.problems[0]).toMatchObject({ code: 'entry-truncated', params: { entry: 'actor.json' } });
  });

  it('is read as far as it goes when it is damaged', async () => {
    const cut = await readAll(activitypub, entryOf('outbox.json', OUTBOX.slice(0, OUTBOX.indexOf('/104"'))));
    expect(cut.records).toHaveLength(3);
    expect(cut.problems).toMatchObject([{ code: 'entry-truncated' }]);
    await expectSturdy(activitypub, 'outbox.json', OUTBOX, { 'actor.json': ACTOR });
  });
});

describe('ActivityStreams', () => {
  const note = { type: 'Note', id: 'https://minato.example/notes/1', content: '<p>Hello</p>' };

  it('comes as a single object, an activity, a page, or a list', async () => {
    const first = { '@context': CONTEXT, ...note };
    const create = {
      '@context': CONTEXT,
      type: 'Create',
      actor: 'https://minato.example/@aoi',
      object: note,
    };
    const page = { '@context': CONTEXT, type: 'OrderedCollectionPage', orderedItems: [create] };
    const collection = { '@context': CONTEXT, type: 'Collection', first: { ...page, items: [note] } };
    for (const value of [first, create, page, collection, [first]]) {
      expect(await sniff(JSON.stringify(value))).toBeGreaterThan(0.9);
      const { records, problems } = await read(value);
      expect(problems).toEqual([]);
      expect(new Set(records.map(({ id, text }) => `${id} ${text}`))).toEqual(new Set([`${note.id} Hello`]));
    }
    expect((await read(create)).records[0]?.source).toEqual({ name: 'aoi', handle: 'aoi@minato.example' });
  });

  it('of an article has its headline, and no warning of its abstract', async () => {
    const article = {
      ...note,
      type: 'Article',
      name: 'Port news',
      summary: 'In short',
      content: '<p>It rains</p>',
    };
    expect((await read(article)).records).toMatchObject([
      { text: 'Port news\n\nIt rains', title: 'Port news', details: [], segments: [{ kind: 'article' }] },
    ]);
  });

  it('of an update is a story of its own', async () => {
    const update = { type: 'Update', id: 'https://minato.example/updates/1', object: note };
    expect((await read(update)).records).toMatchObject([
      { id: update.id, relations: [{ kind: 'edit', id: note.id }] },
    ]);
  });

  it('in several languages has translations', async () => {
    const contentMap = { ja: '<p>港は閉鎖</p>', en: '<p>The port is closed</p>' };
    const [story] = (await read({ ...note, content: contentMap.ja, contentMap })).records;
    expect(story?.lang).toBe('ja');
    expect(
      story?.segments.map(({ kind, lang, start, end }) => [kind, lang, story.text.slice(start, end)]),
    ).toEqual([
      ['post', 'ja', '港は閉鎖'],
      ['translation', 'en', 'The port is closed'],
    ]);
  });

  it('about people, pictures and likes holds no stories', async () => {
    expect(await sniff(ACTOR)).toBe(0);
    expect(await sniff(JSON.stringify({ '@context': CONTEXT, orderedItems: ['https://a.example/1'] }))).toBe(
      0,
    );
    for (const type of ['Person', 'Image', 'Like', 'Offer'])
      expect(await read({ ...note, type })).toEqual({ records: [], problems: [] });
  });
});

describe.skipIf(!hasCorpora)('real ActivityPub', () => {
  it('of a Mastodon export: 465 items, whatever it says itself', async () => {
    const entry = corpusEntry('activitypub/outbox.json');
    const found = await readAll(activitypub, entry);
    expectSound(found, entry);
    const { records, problems } = found;
    const posts = records.filter(({ relations }) => relations[0]?.kind !== 'repost');
    const count = (kind: string, value?: string) =>
      posts.filter(({ details }) =>
        details.some((it) => it.kind === kind && (value ?? it.value) === it.value),
      ).length;
    expect(problems).toEqual([]);
    expect([records.length, posts.length]).toEqual([465, 197]);
    expect([count('visibility', 'public'), count('visibility', 'unlisted')]).toEqual([181, 14]);
    expect([count('content-warning'), count('edited')]).toEqual([1, 6]);
    expect(posts.filter(({ relations }) => relations.some(({ kind }) => kind === 'reply'))).toHaveLength(162);
    expect(posts.flatMap(({ media }) => media)).toHaveLength(22);
    expect(new Set(records.map(({ source }) => source?.handle))).toEqual(new Set(['vidarh@mastodon.social']));
    expect(new Set(records.map(({ id }) => id)).size).toBe(465);
    const languages = Object.groupBy(posts, ({ lang }) => lang);
    expect(Object.entries(languages).map(([lang, of]) => `${lang} ${of?.length}`)).toEqual(
      expect.arrayContaining(['en 182', 'fr 8', 'it 2', 'pl 2', 'nl 1', 'de 1', 'sv 1']),
    );
  });

  it.each(hasCorpora ? readdirSync(corpusPath('activitypub/as2_fail')) : [])(
    'that must fail: %s has a problem or nothing, unless its words can be read all the same',
    async (name) => {
      const entry = corpusEntry(`activitypub/as2_fail/${name}`);
      const found = await readAll(activitypub, entry);
      expectSound(found, entry);
      const readable = ['array-at-top', 'bad-character-set', 'content-map-with-invalid-language-tag'];
      expect(found.records.length > 0).toBe(readable.includes(name.replace('.json', '')));
    },
  );
});
