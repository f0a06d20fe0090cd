import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVERY_STORY } from '../../../../app/contract.ts';
import { DUMP_ORDER } from '../../../../app/story-sort.ts';
import { Driver, temporaryFolder, until } from './kit.ts';

const BRIDGE = 'https://minato.example/news/bridge';
const DUMP = `港大橋の修復費は200億ドルに上ると港湾局が発表した、国が全額を負担する ${BRIDGE}
— 湊ニュース (@minato_news) April 12, 2025
図書館の移転が来年の春に決まり、新しい建物の設計が始まることになった
— 青葉新報 (@aoba) April 12, 2025
港大橋の修復費は20億ドルに上ると港湾局が発表した、国が全額を負担する ${BRIDGE}
— 北浜通信 (@kitahama) April 11, 2025
まったく違う。橋は無傷で、修復の予定など聞いていないと市長は話している ${BRIDGE}?utm_source=x
— 白瀬タイムズ (@shirase) April 13, 2025
`;

async function opened() {
  const folder = await temporaryFolder();
  const path = join(folder, 'alike.txt');
  writeFileSync(path, DUMP);
  const driver = new Driver(folder);
  const { dumpId } = await driver.call('dump.open', { path, rule: null });
  await until(async () => (await driver.session()).dumps[0]?.complete === true);
  return { driver, dumpId };
}

describe('what other stories say', () => {
  it('is counted for a story, and told with what differs, the earliest first', async () => {
    const { driver, dumpId } = await opened();
    expect(await driver.call('likeness.counts', { dumpId, ordinal: 0 })).toEqual({
      known: true,
      alike: 1,
      citing: 2,
    });
    expect(await driver.call('likeness.counts', { dumpId, ordinal: 1 })).toEqual({
      known: true,
      alike: 0,
      citing: 0,
    });
    const { alike, links } = await driver.call('story.similar', { dumpId, ordinal: 0 });
    expect(alike.total).toBe(1);
    expect(alike.stories[0]).toMatchObject({
      ordinal: 2,
      source: { name: '北浜通信' },
      figures: [{ around: '修復費…ドル', one: '200億', other: '20億' }],
    });
    expect(links.map(({ link, stories }) => [link, stories.map(({ ordinal }) => ordinal)])).toEqual([
      [BRIDGE, [2, 3]],
    ]);
  });

  it('is searched for like any other field', async () => {
    const { driver, dumpId } = await opened();
    const found = async (text: string) => {
      const filter = { ...EVERY_STORY, query: text };
      const { view } = await driver.call('stories.view', { dumpId, filter, sort: DUMP_ORDER });
      const last = () => driver.events['view.progress']?.findLast((each) => each.view === view);
      await until(async () => last()?.complete === true);
      const rows = await driver.call('stories.rows', { view, from: 0, count: 10 });
      return rows.map(({ ordinal }) => ordinal);
    };
    expect(await found('has:similar')).toEqual([0, 2]);
    expect(await found('あり:食い違い -has:類似')).toEqual([3]);
    expect(await found('has:similar 20億')).toEqual([2]);
  });

  it('is looked for when it is asked for, and can be given up', async () => {
    const { driver, dumpId } = await opened();
    await driver.call('likeness.cancel', { dumpId });
    expect(await driver.call('likeness.find', { dumpId })).toBeNull();
    await expect(driver.call('story.similar', { dumpId: 'other', ordinal: 0 })).rejects.toThrow();
  });
});
