import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_STORY, type StoryView } from '../../../../app/contract.ts';
import { fromData } from '../../../../app/project.ts';
import type { Story } from '../../../../app/story.ts';
import { DUMP_ORDER, SORT_KEYS, type StorySort } from '../../../../app/story-sort.ts';
import { ListedStories } from '../../../../main/workbench/listed-stories.ts';
import { sortedPlaces } from '../../../../main/workbench/stable-sort.ts';
import { writeDump } from './dumps.ts';
import { claimOn, Driver, temporaryFolder, until } from './kit.ts';
import { inOrder } from './naive.ts';

const SORTS: StorySort[] = SORT_KEYS.flatMap((by) => [
  { by, descending: false },
  { by, descending: true },
]);

describe('sorted places', () => {
  it('are in ascending order of value, equal ones as they stood', () => {
    const value = fc.oneof(
      fc.nat(3),
      fc.nat(70_000),
      fc.integer({ min: 0, max: 0xffffffff }),
      fc.maxSafeNat(),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), (values) => {
        const expected = values
          .map((_, place) => place)
          .sort((a, b) => Number(values[a]) - Number(values[b]));
        expect([...sortedPlaces(Float64Array.from(values))]).toEqual(expected);
      }),
    );
  });
});

describe('listed stories', () => {
  const some = fc.uniqueArray(fc.nat(200), { maxLength: 120 }).map((values) => values.sort((a, b) => a - b));
  /** Many stories are equal. */
  const order = (ordinal: number) => (ordinal * 7919) % 5;

  it('are found at their place, and others where they would stand', () => {
    fc.assert(
      fc.property(some, fc.boolean(), (ordinals, sorts) => {
        const listed = ListedStories.of(Uint32Array.from(ordinals), null);
        const list = sorts ? listed.sorted(order) : listed;
        const shown = list.slice(0, list.count);
        const comesBefore = (a: number, b: number) =>
          (sorts ? order(a) - order(b) : 0) < 0 || (!(sorts && order(a) !== order(b)) && a < b);
        for (let ordinal = 0; ordinal <= 200; ordinal += 1) {
          const place = shown.indexOf(ordinal);
          const next = shown.filter((other) => comesBefore(other, ordinal)).length;
          expect(list.placeOf(ordinal)).toEqual({ place: place < 0 ? null : place, next });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keep their hits when they are sorted', () => {
    fc.assert(
      fc.property(some, (ordinals) => {
        const hits = (ordinal: number) => (ordinal % 9) + 1;
        const of = ListedStories.of(Uint32Array.from(ordinals), Uint32Array.from(ordinals.map(hits)));
        const sorted = of.sorted(order);
        expect(sorted.hits).toBe(of.hits);
        for (const [place, ordinal] of sorted.slice(0, sorted.count).entries())
          expect(sorted.hitsAt(place)).toBe(hits(ordinal));
      }),
    );
  });

  it('continue a list only where nothing of it has moved', () => {
    const of = (...ordinals: number[]) => ListedStories.of(Uint32Array.from(ordinals), null);
    expect(of(0, 1, 4).continues(of(0, 1))).toBe(true);
    expect(of(0, 1, 4).continues(ListedStories.all(2))).toBe(true);
    expect(ListedStories.all(9).continues(ListedStories.all(3))).toBe(true);
    expect(of(0, 2, 4).continues(of(0, 1))).toBe(false);
    expect(of(0).continues(of(0, 1))).toBe(false);
  });
});

/** 50 stories, some without a byline, some of equal date, source and length, some annotated. */
async function annotated() {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'));
  const outlets = ['潮見新聞 (@shiomi_np)', 'Wire 10 (@wire10)', 'Wire 9 (@wire9)', '架空通信 (@kakuu)'];
  const posts = Array.from({ length: 50 }, (_, index) => {
    const text = `橋を${index}台の車が渡りました。${'渋滞です。'.repeat((index * 5) % 4)}`;
    const time = index % 3 === 0 ? '' : ` ${10 + ((index * 7) % 12)}:30`;
    const byline = `— ${outlets[(index * 3) % 4]} March ${1 + ((index * 11) % 5)}, 2026${time}`;
    return index % 6 === 5 ? text : `${text}\n${byline}`;
  });
  const path = await writeDump(folder, [posts.join('\n----\n')]);
  const rule = { kind: 'separator', separator: '----' } as const;
  const { dumpId } = await driver.call('dump.open', { path, rule });
  await driver.whole(dumpId);
  const stories: Story[] = [];
  for (let ordinal = 0; ordinal < 50; ordinal += 1) stories.push(await driver.read(dumpId, ordinal));
  for (const story of stories.filter(({ ordinal }) => ordinal % 7 === 3))
    for (let number = 0; number < story.ordinal % 4; number += 1) {
      const claim = { id: `c${story.ordinal}-${number}`, withStory: number === 0 };
      await driver.execute(claimOn(dumpId, story, '渡りました', claim));
    }
  return { driver, dumpId, stories, project: fromData((await driver.session()).project) };
}

async function ordinalsOf(driver: Driver, { view, count }: StoryView): Promise<number[]> {
  const rows = await driver.call('stories.rows', { view, from: 0, count: Math.max(1, count) });
  return rows.map(({ ordinal }) => ordinal);
}

describe('a sorted story list', () => {
  it('has the order of a naive sort, and tells the place of each story in it', async () => {
    const { driver, dumpId, stories, project } = await annotated();
    expect(new Set(stories.map(({ precision }) => precision))).toEqual(new Set(['none', 'day', 'minute']));
    for (const sort of SORTS) {
      const view = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort });
      const expected = inOrder(stories, sort, project, dumpId).map(({ ordinal }) => ordinal);
      expect({ sort, ordinals: await ordinalsOf(driver, view) }).toEqual({ sort, ordinals: expected });
      for (const [place, ordinal] of expected.entries())
        expect(await driver.call('stories.place', { view: view.view, ordinal })).toEqual({
          place,
          next: place,
        });
    }
  });

  it('is sorted once its query is searched, and says so', async () => {
    const { driver, dumpId, stories, project } = await annotated();
    const sort: StorySort = { by: 'date', descending: true };
    const filter = { ...EVERY_STORY, query: '渋滞' };
    const begun = await driver.call('stories.view', { dumpId, filter, sort });
    const view = await until(
      () =>
        driver.events['view.progress']?.findLast(({ view, complete }) => view === begun.view && complete) ??
        null,
    );
    const found = stories.filter(({ text }) => text.includes('渋滞'));
    const expected = inOrder(found, sort, project, dumpId);
    expect(await ordinalsOf(driver, view)).toEqual(expected.map(({ ordinal }) => ordinal));
    expect(view.order).toBeGreaterThan(begun.order);
    const rows = await driver.call('stories.rows', { view: view.view, from: 0, count: 50 });
    expect(rows.map(({ hits }) => hits)).toEqual(expected.map(({ text }) => text.split('渋滞').length - 1));
  });

  it('stays as it is while annotations are made', async () => {
    const { driver, dumpId, stories } = await annotated();
    const sort: StorySort = { by: 'annotations', descending: true };
    const view = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort });
    const before = await ordinalsOf(driver, view);
    await driver.execute(
      claimOn(dumpId, stories[before[49] as number] as Story, '渡りました', { id: 'new' }),
    );
    expect(await ordinalsOf(driver, view)).toEqual(before);
    const again = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort });
    expect(await ordinalsOf(driver, again)).not.toEqual(before);
  });

  it('is in dump order while the dump is being indexed', async () => {
    const folder = await temporaryFolder();
    const driver = new Driver(join(folder, 'data'));
    const posts = Array.from(
      { length: 60_000 },
      (_, index) =>
        `橋を${index}台の車が渡りました。\n— 潮見新聞 (@shiomi_np) March ${1 + (index % 28)}, 2026\n${'車は無料です。'.repeat(20)}`,
    );
    const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder, posts), rule: null });
    const sort: StorySort = { by: 'dump', descending: true };
    const begun = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort });
    if (!begun.complete)
      expect((await ordinalsOf(driver, { ...begun, count: 3 })).slice(0, 3)).toEqual([0, 1, 2]);
    const view = begun.complete
      ? begun
      : await until(() => driver.events['view.progress']?.find(({ complete }) => complete) ?? null);
    expect(view.count).toBe(60_000);
    expect(await ordinalsOf(driver, { ...view, count: 2 })).toEqual([59_999, 59_998]);
    const all = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort: DUMP_ORDER });
    expect(await ordinalsOf(driver, { ...all, count: 2 })).toEqual([0, 1]);
  });
});
