import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeDump } from './dumps.ts';
import { claimOn, Driver, openHost, refusal, temporaryFolder } from './kit.ts';

/** A project with a claim on the first story of a dump. */
async function driverWithClaim(folder: string): Promise<Driver> {
  const driver = new Driver(join(folder, 'data'));
  const path = await writeDump(folder);
  const { dumpId } = await driver.call('dump.open', { path, rule: null });
  await driver.whole(dumpId);
  const story = await driver.read(dumpId, 0);
  await driver.execute(claimOn(dumpId, story, story.text.slice(0, 5)));
  return driver;
}

const OPTIONS = { mode: 'cited', report: 'ja', allowMissing: false } as const;

it('a bundle is planned, made, told from other zips, proved, and opened in a new folder', async () => {
  const folder = await temporaryFolder();
  const driver = await driverWithClaim(folder);
  const before = await driver.session();
  const plan = await driver.call('bundle.plan', { mode: 'cited' });
  expect(plan).toMatchObject({
    stories: 1,
    problems: [],
    missingAttachments: 0,
    dumps: [{ as: 'cited', stories: 1 }],
  });
  const path = join(folder, 'work.zip');
  const made = await driver.call('bundle.write', { ...OPTIONS, target: { path } });
  expect(await driver.call('bundle.look', { path })).toBe(true);
  const verification = await driver.call('bundle.verify', { path });
  expect(verification).toMatchObject({ outcome: 'whole', manifestSha256: made.manifestSha256 });

  const into = join(folder, 'unpacked');
  expect(await driver.call('bundle.open', { path, folder: into, allowMissing: false })).toMatchObject({
    opened: true,
  });
  const after = await driver.session();
  expect(after.file).toBe(join(into, 'project.uratori'));
  expect(after.project.claims).toEqual(before.project.claims);
  const [dump] = after.dumps;
  expect(dump).toMatchObject({ status: 'open', changed: false });
  expect(await refusal(driver.call('bundle.open', { path, folder: into, allowMissing: false }))).toBe(
    'export-place-taken',
  );
});

it('a bundle that was changed is not opened, and nothing of it stays', async () => {
  const folder = await temporaryFolder();
  const driver = await driverWithClaim(folder);
  const path = join(folder, 'work.zip');
  await driver.call('bundle.write', { ...OPTIONS, target: { path } });
  const bytes = await readFile(path);
  const place = bytes.indexOf('project.uratori') + 40;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const into = join(folder, 'unpacked');
  const { opened, verification } = await driver.call('bundle.open', {
    path,
    folder: into,
    allowMissing: true,
  });
  expect([opened, verification.outcome]).toEqual([false, 'broken']);
  expect(await readdir(folder)).not.toContain('unpacked');
});

it('what is missing is planned as missing, and a bundle without it only made when that is wanted', async () => {
  const folder = await temporaryFolder();
  const driver = await driverWithClaim(folder);
  const { file } = await driver.session();
  await driver.call('project.close', {});
  await rm(join(folder, 'harbour.txt'));
  await driver.call('project.open', { path: file });
  const plan = await driver.call('bundle.plan', { mode: 'whole' });
  expect(plan).toMatchObject({ problems: [], dumps: [{ as: 'missing' }] });
  const target = { downloadName: 'work.uratori-bundle.zip' };
  expect(await refusal(driver.call('bundle.write', { ...OPTIONS, target }))).toBe('bundle-dump-missing');
  const { path, download } = await driver.call('bundle.write', { ...OPTIONS, allowMissing: true, target });
  expect(download).toContain('work.uratori-bundle.zip');
  expect((await driver.call('bundle.verify', { path })).outcome).toBe('unproven');
});

it('other zips are no bundles, and what may not be read is not looked at', async () => {
  const folder = await temporaryFolder();
  const driver = new Driver(join(folder, 'data'), openHost({ mayRead: (path) => !path.includes('secret') }));
  const path = join(folder, 'other.zip');
  await writeFile(path, 'no zip');
  expect(await driver.call('bundle.look', { path })).toBe(false);
  const secret = join(folder, 'secret.zip');
  for (const name of ['bundle.look', 'bundle.verify'] as const)
    expect(await refusal(driver.call(name, { path: secret }))).toBe('path-not-allowed');
});
