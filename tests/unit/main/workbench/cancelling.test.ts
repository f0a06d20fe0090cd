import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVERY_STORY, type StoryView } from '../../../../app/contract.ts';
import { claimOn, Driver, refusal, temporaryFolder, until } from './kit.ts';

const PAGES = 400;
const POSTS = 20;

/** A folder of pages that takes some seconds to read. */
async function writePages(folder: string): Promise<string> {
  const path = join(folder, 'pages');
  await mkdir(path);
  for (let page = 0; page < PAGES; page += 1) {
    const posts = Array.from(
      { length: POSTS },
      (_, post) =>
        `<blockquote class="twitter-tweet"><p lang="en">Bridge report ${page}-${post}</p>&mdash; Harbour Wire (@harbourwire) <a href="https://twitter.com/harbourwire/status/${page * POSTS + post + 1000}">April ${1 + (page % 28)}, 2025</a></blockquote>`,
    );
    const name = `page${String(page).padStart(4, '0')}.html`;
    await writeFile(join(path, name), `<!doctype html><html><body>${posts.join('\n')}</body></html>`);
  }
  return path;
}

async function cancelled() {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  const driver = new Driver(data);
  const { dumpId } = await driver.call('dump.open', {
    path: await writePages(folder),
    rule: null,
    reading: null,
  });
  const state = await driver.call('dump.cancel', { dumpId });
  return { driver, data, dumpId, state };
}

async function settled(driver: Driver, { view, complete, ...state }: StoryView): Promise<StoryView> {
  if (complete) return { view, complete, ...state };
  return until(
    () => driver.events['view.progress']?.findLast((later) => later.view === view && later.complete) ?? null,
  );
}

describe('a dump of which the indexing is cancelled', () => {
  it('keeps the stories found by then, sorted, filtered and searched like any', async () => {
    const { driver, dumpId, state } = await cancelled();
    expect(state).toMatchObject({ status: 'open', complete: false, stopped: true });
    expect(state.stories).toBeGreaterThan(0);
    const sort = { by: 'dump', descending: true } as const;
    const view = await settled(
      driver,
      await driver.call('stories.view', { dumpId, filter: EVERY_STORY, sort }),
    );
    expect(view.count).toBeLessThan(PAGES * POSTS);
    const [last] = await driver.call('stories.rows', { view: view.view, from: 0, count: 1 });
    expect(last?.ordinal).toBe(view.count - 1);
    const filter = { ...EVERY_STORY, query: '"report 0-3"' };
    const found = await settled(driver, await driver.call('stories.view', { dumpId, filter, sort }));
    expect(found.count).toBe(1);
    const facets = await driver.call('stories.facets', { dumpId, filter, sources: { named: '', most: 9 } });
    expect(facets).toMatchObject({ complete: true, stories: 1 });
    expect(driver.events['dump.progress']?.at(-1)?.state.stopped).toBe(true);
  });

  it('calls no story lost that may be in the rest', async () => {
    const { driver, dumpId } = await cancelled();
    await driver.execute(claimOn(dumpId, await driver.read(dumpId, 0), 'Bridge'));
    expect(await refusal(driver.call('reanchor.report', { dumpId }))).toBe('dump-partly-indexed');
  });

  it('leaves nothing behind', async () => {
    const { driver, data } = await cancelled();
    await driver.workbench.close();
    const left = await readdir(join(data, 'cache')).catch(() => []);
    expect(left.filter((name) => /\.(?:index|spool|tmp)/u.test(name))).toEqual([]);
  });

  it('is indexed to its end when somebody goes on, with the same ordinals', async () => {
    const { driver, dumpId } = await cancelled();
    const before = await driver.read(dumpId, 0);
    const resumed = await driver.call('dump.resume', { dumpId });
    expect(resumed.stopped).toBe(false);
    expect(driver.events['project.replaced']?.length).toBeGreaterThan(0);
    const whole = await driver.whole(dumpId);
    expect(whole).toMatchObject({ complete: true, stopped: false, stories: PAGES * POSTS });
    expect(await driver.read(dumpId, 0)).toMatchObject({ id: before.id, text: before.text });
    // Both do nothing to a dump that is whole.
    expect(await driver.call('dump.cancel', { dumpId })).toMatchObject({ complete: true, stopped: false });
    expect(await driver.call('dump.resume', { dumpId })).toMatchObject({ complete: true, stopped: false });
  });
});

describe('an opening that finds no story', () => {
  it('is given up, looked at or opened, and leaves nothing behind', async () => {
    const folder = await temporaryFolder();
    const data = join(folder, 'data');
    const driver = new Driver(data);
    const path = join(folder, 'outbox.json');
    // What was made is only named, not there.
    const item = '{"type":"Create","object":"https://minato.example/1"}';
    const head =
      '{"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[';
    await writeFile(path, `${head}${`${item},\n`.repeat(400_000)}${item}]}\n`);
    for (const name of ['dump.preview', 'dump.open'] as const) {
      const asked = driver.call(name, { path, rule: null, reading: null });
      const refused = refusal(asked);
      await until(async () => {
        await driver.call('dump.cancelOpening', {});
        return Promise.race([refused, new Promise<null>((resolve) => setTimeout(resolve, 20, null))]);
      });
      expect(await refused).toBe('opening-cancelled');
    }
    await driver.workbench.close();
    expect(await readdir(join(data, 'cache')).catch(() => [])).toEqual([]);
  });
});
