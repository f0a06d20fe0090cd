import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EVERY_STORY } from '../../../../app/contract.ts';
import { DUMP_ORDER } from '../../../../app/story-sort.ts';
import { Driver, temporaryFolder } from './kit.ts';

const outbox = new URL('../../../fixtures/dumps/mastodon/outbox.json', import.meta.url).pathname;

it('the other story of a relation is found by its id, and one that the dump lacks is not', async () => {
  const driver = new Driver(join(await temporaryFolder(), 'data'));
  const { dumpId } = await driver.call('dump.open', { path: outbox, rule: null });
  await driver.whole(dumpId);
  const quoting = await driver.read(dumpId, 4);
  const storyId = quoting.relations.find(({ kind }) => kind === 'quote')?.id ?? '';
  const { ordinal } = await driver.call('story.find', { dumpId, storyId });
  expect(ordinal).toBe(0);
  expect((await driver.read(dumpId, 0)).id).toBe(storyId);
  expect(await driver.call('story.find', { dumpId, storyId: 'nobody’s' })).toEqual({ ordinal: null });
});

it('a row tells what its story is to another one', async () => {
  const driver = new Driver(join(await temporaryFolder(), 'data'));
  const { dumpId } = await driver.call('dump.open', { path: outbox, rule: null });
  await driver.whole(dumpId);
  const { view } = await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort: DUMP_ORDER });
  const rows = await driver.call('stories.rows', { view, from: 0, count: 5 });
  expect(rows.map(({ relation }) => relation)).toEqual([null, 'repost', 'reply', null, 'quote']);
});
