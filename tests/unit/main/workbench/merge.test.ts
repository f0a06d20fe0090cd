import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../app/commands.ts';
import { emptyProject } from '../../../../app/project.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { STILL } from '../project/helpers.ts';
import { claimOn, Driver, openHost, refusal, temporaryFolder } from './kit.ts';

const TEXT = 'The bridge costs 12 billion.\n— Harbour Wire (@harbourwire) April 12, 2025\n';

/** Another person's project on a dump of theirs, with a claim on its first story. */
async function theirProject(file: string, dumpPath: string, reader: Driver): Promise<void> {
  const state = await reader.call('dump.open', { path: dumpPath, rule: null });
  await reader.whole(state.dumpId);
  const story = await reader.read(state.dumpId, 0);
  const dump = (await reader.session()).project.dumps.find(({ id }) => id === state.dumpId);
  const commands: Command[] = [
    { type: 'dump.add', dump: dump as NonNullable<typeof dump> },
    claimOn(state.dumpId, story, 'The bridge', { ratingId: 'disputed' }),
  ];
  const store = await createProject(file, emptyProject('theirs', 'Theirs', '2025-04-12T09:00:00.000Z'), {
    pace: STILL,
  });
  for (const command of commands) await store.execute(command);
  await store.close();
}

async function setting(mayRead: (path: string) => boolean = () => true) {
  const folder = await temporaryFolder();
  const shared = join(folder, 'shared');
  await mkdir(shared);
  const [dump, theirs] = [join(shared, 'theirs.txt'), join(shared, 'theirs.uratori')];
  await writeFile(dump, TEXT);
  await theirProject(theirs, dump, new Driver(join(folder, 'their data')));
  const driver = new Driver(join(folder, 'data'), openHost({ mayRead }));
  await driver.call('project.create', { title: 'Mine' });
  return { driver, theirs, dump };
}

describe('another person’s project', () => {
  it('is compared without a change, then merged in one step, dump and all, and not once more', async () => {
    const { driver, theirs, dump } = await setting();
    const found = await driver.call('merge.compare', { path: theirs, base: null });
    expect(found).toMatchObject({
      title: 'Theirs',
      sameProject: false,
      ancestor: null,
      conflicts: [],
      changes: true,
    });
    expect(found.tallies.claims).toMatchObject({ onlyTheirs: 1, onlyMine: 0 });
    expect((await driver.session()).sequence).toBe(0);

    const { compared } = found;
    const params = { path: theirs, base: null, compared, decisions: {} };
    expect(await driver.call('merge.apply', params)).toEqual({ left: 0, changed: true });
    const session = await driver.session();
    expect(session.project.claims).toMatchObject([{ ratingId: 'disputed' }]);
    expect(session.project.dumps).toMatchObject([{ path: dump }]);
    // What was compared is another project by now.
    expect(await refusal(driver.call('merge.apply', params))).toBe('merge-changed');
    expect(await driver.call('merge.compare', { path: theirs, base: null })).toMatchObject({
      changes: false,
    });
    await driver.call('project.undo', {});
    expect((await driver.session()).project.claims).toEqual([]);
  });

  it('cannot make the program read a file that was not shown to it', async () => {
    const { driver, theirs, dump } = await setting((path) => path !== dump);
    const { compared } = await driver.call('merge.compare', { path: theirs, base: null });
    await driver.call('merge.apply', { path: theirs, base: null, compared, decisions: {} });
    const { dumps } = (await driver.session()).project;
    expect(dumps[0]?.path).not.toBe(dump);
    expect(dumps[0]?.path).toMatch(/theirs\.txt$/u);
  });

  it('is not read where it may not be, and is not the open one itself', async () => {
    const { driver, theirs } = await setting((path) => !path.endsWith('theirs.uratori'));
    expect(await refusal(driver.call('merge.compare', { path: theirs, base: null }))).toBe(
      'path-not-allowed',
    );
    const { file } = await driver.session();
    expect(await refusal(driver.call('merge.compare', { path: file, base: null }))).toBe('merge-with-itself');
  });
});
