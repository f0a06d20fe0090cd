import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVERY_STORY, type StoryFilter } from '../../../../app/contract.ts';
import { fromData } from '../../../../app/project.ts';
import { storyKey } from '../../../../app/story.ts';
import { reviewOf } from '../../../../app/story-annotations.ts';
import { MOST_MARKED, type StoryMark } from '../../../../app/story-mark.ts';
import { DUMP_ORDER, type StorySort } from '../../../../app/story-sort.ts';
import { PLAIN_TAG } from '../../../../app/tag.ts';
import { POSTS, writeDump } from './dumps.ts';
import { claimOn, Driver, refusal, temporaryFolder } from './kit.ts';

async function opened(posts: readonly string[] = POSTS) {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'));
  const { dumpId } = await driver.call('dump.open', { path: await writeDump(folder, posts), rule: null });
  await driver.whole(dumpId);
  const list = (filter: Partial<StoryFilter> = {}, sort: StorySort = DUMP_ORDER) =>
    driver.call('stories.view', { dumpId, filter: { ...EVERY_STORY, ...filter }, sort });
  const project = async () => fromData((await driver.session()).project);
  return { driver, dumpId, list, project };
}

const reviewed: StoryMark = { kind: 'review', state: 'reviewed' };

describe('marking many stories', () => {
  test('says first what it changes, changes exactly that with one undo, and nothing the second time', async () => {
    const { driver, dumpId, list, project } = await opened();
    const first = await driver.read(dumpId, 0);
    await driver.execute(claimOn(dumpId, first, '約2万台'));
    const { view, order } = await list();
    const asked = {
      view,
      order,
      ranges: [
        [0, 2],
        [3, 99],
      ] as [number, number][],
      mark: reviewed,
      by: 'Ito',
    };
    const before = (await driver.session()).project;
    const told = await driver.call('stories.mark', { ...asked, carryOut: false });
    expect(told).toEqual({ stories: 4, changed: 4, added: 3, signedOff: 0 });
    expect((await driver.session()).project).toEqual(before);

    expect(await driver.call('stories.mark', { ...asked, carryOut: true })).toEqual(told);
    const marked = await project();
    const states = await Promise.all(
      [0, 1, 2, 3, 4].map(async (ordinal) =>
        reviewOf(marked, storyKey(dumpId, (await driver.read(dumpId, ordinal)).id)),
      ),
    );
    expect(states).toEqual(['reviewed', 'reviewed', 'unread', 'reviewed', 'reviewed']);
    expect(marked.reviews.first()?.by).toBe('Ito');
    expect(await driver.call('stories.mark', { ...asked, carryOut: true })).toMatchObject({ changed: 0 });

    await driver.call('project.undo', {});
    expect((await driver.session()).project).toEqual(before);
  });

  test('puts a tag on and takes it off, whatever the order of the list, and leaves signed-off stories alone', async () => {
    const { driver, dumpId, list, project } = await opened();
    const tag = { ...PLAIN_TAG, id: 't', name: 'bridge', colour: 'blue' as const, parentId: null };
    await driver.execute({ type: 'tag.add', tag });
    const last = await driver.read(dumpId, 4);
    await driver.execute(claimOn(dumpId, last, '市民300人'));
    const storyKeyOfLast = storyKey(dumpId, last.id);
    const stored = {
      state: 'signed-off' as const,
      by: 'Sato',
      at: '2026-05-04T03:02:01.000Z',
      why: '',
      past: [],
    };
    await driver.execute({
      type: 'review.set',
      storyKey: storyKeyOfLast,
      review: { storyKey: storyKeyOfLast, ...stored },
    });
    const { view, order } = await list({}, { by: 'date', descending: true });
    const asked = { view, order, by: '', carryOut: true };
    const two: [number, number][] = [[0, 2]];
    await driver.call('stories.mark', { ...asked, ranges: two, mark: { kind: 'tag', tagId: 't' } });
    const tagged = [...(await project()).taggings.values()].map((use) => use.storyKey).sort();
    const rows = await driver.call('stories.rows', { view, from: 0, count: 2 });
    expect(tagged).toEqual(rows.map(({ id }) => storyKey(dumpId, id)).sort());

    const all: [number, number][] = [[0, 5]];
    const state = await driver.call('stories.mark', { ...asked, ranges: all, mark: reviewed });
    expect(state).toMatchObject({ stories: 5, changed: 4, signedOff: 1 });
    await driver.call('stories.mark', { ...asked, ranges: all, mark: { kind: 'untag', tagId: 't' } });
    expect((await project()).taggings.size).toBe(0);
  });

  test('is refused for a list that changed, and for more than one command can hold', async () => {
    const { driver, list } = await opened();
    const { view, order } = await list();
    const asked = { view, ranges: [[0, 5]] as [number, number][], mark: reviewed, by: 'Ito', carryOut: true };
    expect(await refusal(driver.call('stories.mark', { ...asked, order: order + 1 }))).toBe(
      'bulk-list-changed',
    );
    const many = await opened(
      Array.from(
        { length: MOST_MARKED + 1 },
        (_, index) => `Post ${index}.\n— Quay Wire (@qw) March 5, 2026`,
      ),
    );
    const whole = await many.list();
    const ranges: [number, number][] = [[0, whole.count]];
    const params = { ...asked, view: whole.view, order: whole.order, ranges };
    expect(await refusal(many.driver.call('stories.mark', params))).toBe('bulk-too-many');
  });
});

test('sources are found again by name; of those that a dump does not have, no story', async () => {
  const { driver, dumpId, list } = await opened();
  const facets = await driver.call('stories.facets', {
    dumpId,
    filter: EVERY_STORY,
    sources: { named: '', most: 10 },
  });
  const ids = facets.sources.map(({ id }) => id);
  const sources = await driver.call('sources.named', { dumpId, ids });
  expect(sources).toEqual(facets.sources.map(({ source }) => source));
  expect(await driver.call('sources.find', { dumpId, sources })).toEqual(ids);
  const gone = await driver.call('sources.find', { dumpId, sources: [{ name: 'gone', handle: null }] });
  expect((await list({ sources: gone })).count).toBe(0);
});
