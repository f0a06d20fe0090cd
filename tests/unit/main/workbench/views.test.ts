import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../app/commands.ts';
import {
  EVERY_STORY,
  type StoryFilter,
  type StoryListRow,
  type StoryView,
} from '../../../../app/contract.ts';
import type { Facets } from '../../../../app/facets.ts';
import { fromData, type Project } from '../../../../app/project.ts';
import { fromPlainText } from '../../../../app/rich-text.ts';
import type { Story } from '../../../../app/story.ts';
import { DUMP_ORDER } from '../../../../app/story-sort.ts';
import { writeDump } from './dumps.ts';
import { anchorFor, claimOn, Driver, refusal, temporaryFolder, until } from './kit.ts';
import { facetsOfProject, QUERY_TEXTS, storiesOfProject } from './naive.ts';

const ALL_SOURCES = { named: '', most: 1000 };
const NOW = '2026-05-04T03:02:01.000Z';

/** A dump of 60 stories from 4 sources in two languages, some of them annotated, tagged, rated and reviewed. */
async function annotated() {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'));
  const outlets = [
    '潮見新聞 (@shiomi_np)',
    'North Quay Wire (@nqwire)',
    'みなと放送 (@minato_tv)',
    '架空通信 (@kakuu)',
  ];
  const posts = Array.from({ length: 60 }, (_, index) =>
    index % 8 === 7
      ? `${index}台の車が渡りました。署名はありません。`
      : index % 4 === 1
        ? `The bridge carried ${index} cars, the wire said.\n— ${outlets[1]} March ${1 + (index % 28)}, 2026\nMore cars followed, cars and carts.`
        : `橋を${index}台の車が渡りました。\n— ${outlets[index % 4]} March ${1 + (index % 28)}, 2026\n車は無料です。`,
  );
  const path = await writeDump(folder, [posts.join('\n----\n')]);
  const rule = { kind: 'separator', separator: '----' } as const;
  const { dumpId } = await driver.call('dump.open', { path, rule });
  await driver.whole(dumpId);
  const tag = (id: string, parentId: string | null) =>
    driver.execute({
      type: 'tag.add',
      tag: { id, name: id, colour: 'blue', parentId, description: '', examples: [], shortcut: '', order: '' },
    });
  await tag('traffic', null);
  await tag('cars', 'traffic');
  await tag('money', null);
  for (let ordinal = 0; ordinal < 60; ordinal += 1) {
    const story = await driver.read(dumpId, ordinal);
    const key = `${dumpId}/${story.id}`;
    if (ordinal % 3 !== 0) continue;
    const ratingId = [null, 'verified', 'disputed', 'unresolved'][ordinal % 4] ?? null;
    await driver.execute(claimOn(dumpId, story, ordinal % 4 === 1 ? 'bridge' : '渡りました', { ratingId }));
    const tagId = ['cars', 'money', 'traffic'][ordinal % 5];
    if (tagId)
      await driver.execute({
        type: 'tagging.add',
        tagging: {
          id: `u${ordinal}`,
          tagId,
          storyKey: key,
          anchor: null,
          memo: '',
          createdAt: NOW,
          createdBy: '',
        },
      });
    const state = (['unread', 'in-progress', 'reviewed', 'signed-off'] as const)[ordinal % 7];
    if (state)
      await driver.execute({
        type: 'review.set',
        storyKey: key,
        review: { storyKey: key, state, by: '', at: NOW, why: '', past: [] },
      });
    // Looked at, but without a claim any more.
    if (ordinal % 9 === 0) await driver.execute({ type: 'claim.remove', claimId: `claim-${story.id}` });
  }
  const stories: Story[] = [];
  for (let ordinal = 0; ordinal < 60; ordinal += 1) stories.push(await driver.read(dumpId, ordinal));
  const project = fromData((await driver.session()).project);
  const facets = await driver.call('stories.facets', { dumpId, filter: EVERY_STORY, sources: ALL_SOURCES });
  return { driver, dumpId, stories, project, facets };
}

function filtersOver(facets: Facets, project: Project): fc.Arbitrary<StoryFilter> {
  const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
  const day = fc.integer({ min: Date.UTC(2026, 2, 1) / 86_400_000, max: Date.UTC(2026, 2, 30) / 86_400_000 });
  return fc.record({
    sources: some(facets.sources.map(({ id }) => id)),
    languages: some(facets.languages.map(({ lang }) => lang)),
    days: fc.option(fc.record({ from: day, to: day })),
    reviews: some(['unread', 'in-progress', 'reviewed', 'signed-off']),
    ratings: some(['none', 'verified', 'disputed', 'unresolved']),
    tags: some(['traffic', 'cars', 'money', 'gone']),
    annotated: fc.boolean(),
    stories: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      fc.subarray([...project.stories.keys()], { minLength: 1 }),
    ),
    query: fc.constantFrom('', '', ...QUERY_TEXTS),
    matching: fc.constant(EVERY_STORY.matching),
  });
}

async function allRows(driver: Driver, { view, count }: StoryView): Promise<StoryListRow[]> {
  const rows: StoryListRow[] = [];
  while (rows.length < count)
    rows.push(...(await driver.call('stories.rows', { view, from: rows.length, count: 7 })));
  return rows;
}

async function complete(driver: Driver, view: StoryView): Promise<StoryView> {
  if (view.complete) return view;
  return until(
    () =>
      driver.events['view.progress']?.findLast((later) => later.view === view.view && later.complete) ?? null,
  );
}

describe('a story list', () => {
  it('holds what a naive filter over all stories lets pass, in order, with the hits of the query', async () => {
    const { driver, dumpId, stories, project, facets } = await annotated();
    await fc.assert(
      fc.asyncProperty(filtersOver(facets, project), async (filter) => {
        const expected = storiesOfProject({ stories, project, dumpId, facets, filter });
        const view = await complete(
          driver,
          await driver.call('stories.view', { dumpId, filter, sort: DUMP_ORDER }),
        );
        const rows = await allRows(driver, view);
        expect(rows.map(({ ordinal, hits }) => ({ ordinal, hits }))).toEqual(expected);
        expect(view.hits).toBe(expected.reduce((sum, { hits }) => sum + hits, 0));
        for (const [place, { ordinal }] of expected.entries())
          expect(await driver.call('stories.place', { view: view.view, ordinal })).toEqual({
            place,
            next: place,
          });
      }),
      { numRuns: 150 },
    );
  });

  it('tells that a story is not in it', async () => {
    const { driver, dumpId, stories } = await annotated();
    const view = await driver.call('stories.view', {
      dumpId,
      filter: { ...EVERY_STORY, annotated: true },
      sort: DUMP_ORDER,
    });
    const listed = new Set((await allRows(driver, view)).map(({ ordinal }) => ordinal));
    for (const { ordinal } of stories) {
      const { place } = await driver.call('stories.place', { view: view.view, ordinal });
      expect(place !== null).toBe(listed.has(ordinal));
    }
    const all = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort: DUMP_ORDER });
    expect(await driver.call('stories.place', { view: all.view, ordinal: 59 })).toEqual({
      place: 59,
      next: 59,
    });
    expect(await driver.call('stories.place', { view: all.view, ordinal: 60 })).toEqual({
      place: null,
      next: 60,
    });
    expect(await driver.call('stories.rows', { view: all.view, from: 58, count: 500 })).toHaveLength(2);
    expect(await driver.call('stories.rows', { view: all.view, from: 600, count: 5 })).toEqual([]);
  });

  it('is forgotten after some others, which its rows say', async () => {
    const { driver, dumpId } = await annotated();
    const views = [];
    for (let made = 0; made < 6; made += 1)
      views.push((await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort: DUMP_ORDER })).view);
    const rows = (view: number) => driver.call('stories.rows', { view, from: 0, count: 1 });
    expect(await refusal(rows(views[0] as number))).toBe('call-invalid');
    expect(await rows(views[5] as number)).toHaveLength(1);
  });
});

describe('a query', () => {
  const listed = async (driver: Driver, dumpId: string, query: string, matching = EVERY_STORY.matching) => {
    const filter = { ...EVERY_STORY, query, matching };
    const view = await complete(
      driver,
      await driver.call('stories.view', { dumpId, filter, sort: DUMP_ORDER }),
    );
    return (await allRows(driver, view)).map(({ ordinal, hits }) => [ordinal, hits]);
  };

  it('looks into what people wrote, and only there, when it is told to', async () => {
    const { driver, dumpId, stories, project } = await annotated();
    const story = stories[3] as Story;
    const note: Command = {
      type: 'note.add',
      note: {
        id: 'n',
        storyKey: `${dumpId}/${story.id}`,
        kind: 'omission',
        original: anchorFor(story, '橋'),
        translation: null,
        comment: fromPlainText('橋の名前が抜けている。橋は二つある。'),
        suggestion: 'ﾊｼ',
        createdAt: NOW,
        createdBy: '',
      },
    };
    await driver.execute(note);
    expect(await listed(driver, dumpId, 'in:annotations 橋の名前')).toEqual([[3, 1]]);
    expect(await listed(driver, dumpId, '抜けている')).toEqual([]);
    expect(await listed(driver, dumpId, '対象:注釈 橋 ハシ')).toEqual([[3, 3]]);
    expect(await listed(driver, dumpId, 'in:annotations はし', { kana: true, exact: false })).toEqual([
      [3, 1],
    ]);
    expect(await listed(driver, dumpId, 'in:annotations はし')).toEqual([]);
    const money = [...project.taggings.values()].filter(({ tagId }) => tagId === 'money').length;
    expect(await listed(driver, dumpId, 'in:annotations MONEY -tag:traffic')).toHaveLength(money);
    // A field that only the story answers.
    expect(await listed(driver, dumpId, 'in:annotations 橋の kind:byline -has:link')).toEqual([[3, 1]]);
  });

  it('that is none is refused, with the place', async () => {
    const { driver, dumpId } = await annotated();
    await expect(listed(driver, dumpId, '橋 (車')).rejects.toMatchObject({
      code: 'query-unclosed',
      params: { position: 2, sign: 'parenthesis' },
    });
    await expect(listed(driver, dumpId, '橋 verdict:nonsense')).rejects.toMatchObject({
      code: 'query-unknown-verdict',
      params: { position: 2, value: 'nonsense' },
    });
  });
});

describe('facets', () => {
  it('count what a naive filter lets pass without the part that each is about', async () => {
    const { driver, dumpId, stories, project, facets } = await annotated();
    await fc.assert(
      fc.asyncProperty(filtersOver(facets, project), async (filter) => {
        const view = await driver.call('stories.view', { dumpId, filter, sort: DUMP_ORDER });
        await complete(driver, view);
        const { sources, sourcesInAll, languages, ...counted } = await driver.call('stories.facets', {
          dumpId,
          filter,
          sources: ALL_SOURCES,
        });
        expect({
          ...counted,
          sources: Object.fromEntries(
            sources
              .filter((entry) => entry.stories > 0)
              .map((entry) => [entry.source?.handle ?? '', entry.stories]),
          ),
          languages: Object.fromEntries(languages.map((entry) => [entry.lang, entry.stories])),
        }).toEqual(facetsOfProject({ stories, project, dumpId, facets, filter }));
        const shown = sources.map(({ id }) => id);
        expect(shown).toEqual(expect.arrayContaining(filter.sources));
        expect(new Set(shown).size).toBe(shown.length);
        expect(sourcesInAll).toBe(sources.filter((entry) => entry.stories > 0).length);
      }),
      { numRuns: 100 },
    );
  });

  it('are counted also for a query that no list asks for', async () => {
    const { driver, dumpId, stories, project, facets } = await annotated();
    const filter = { ...EVERY_STORY, query: 'car' };
    const { stories: count, days } = await driver.call('stories.facets', {
      dumpId,
      filter,
      sources: ALL_SOURCES,
    });
    const expected = facetsOfProject({ stories, project, dumpId, facets, filter });
    expect({ stories: count, days }).toEqual({ stories: expected.stories, days: expected.days });
  });

  it('have the sources of a name, as many as are asked for, and always the chosen ones', async () => {
    const { driver, dumpId, facets } = await annotated();
    const named = async (text: string, most: number, sources: number[] = []) => {
      const asked = { dumpId, filter: { ...EVERY_STORY, sources }, sources: { named: text, most } };
      const answer = await driver.call('stories.facets', asked);
      return { handles: answer.sources.map(({ source }) => source?.handle ?? ''), all: answer.sourcesInAll };
    };
    expect(await named('NQ', 9)).toEqual({ handles: ['nqwire'], all: 1 });
    expect(await named('通信', 9)).toEqual({ handles: ['kakuu'], all: 1 });
    expect((await named('', 2)).handles).toHaveLength(2);
    expect((await named('', 2)).all).toBe(5);
    const wire = facets.sources.find(({ source }) => source?.handle === 'nqwire')?.id ?? -1;
    expect(await named('通信', 9, [wire])).toEqual({ handles: ['kakuu', 'nqwire'], all: 1 });
    expect(await named('', 9, [12_345_678])).toMatchObject({ all: 5 });
  });

  it('have the most frequent first', async () => {
    const { facets } = await annotated();
    for (const list of [facets.sources, facets.languages]) {
      const numbers = list.map(({ stories }) => stories);
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    }
  });
});

describe('a story list over a dump that is still being indexed', () => {
  it('grows until it has every story', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const posts = Array.from(
      { length: 60_000 },
      (_, index) =>
        `橋を${index}台の車が渡りました。\n— 潮見新聞 (@shiomi_np) March 3, 2026\n${'車は無料です。'.repeat(20)}通し番号${index}`,
    );
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder, posts), rule: null });
    const views = [
      await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort: DUMP_ORDER }),
      await driver.call('stories.view', {
        dumpId,
        filter: { ...EVERY_STORY, query: '橋を59999台' },
        sort: DUMP_ORDER,
      }),
    ];
    const found = await complete(driver, views[1] as StoryView);
    expect(found).toMatchObject({ count: 1, hits: 1 });
    const all = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort: DUMP_ORDER });
    expect(all).toMatchObject({ count: 60_000, complete: true });
    const last = await driver.call('stories.rows', { view: all.view, from: 59_999, count: 1 });
    expect(last[0]?.lead).toContain('橋を59999台');
    const counts = (driver.events['view.progress'] ?? []).filter(({ view }) => view === views[0]?.view);
    expect(counts.map(({ count }) => count)).toEqual(counts.map(({ count }) => count).sort((a, b) => a - b));
  });
});
