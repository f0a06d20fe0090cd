import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { valueFromPage } from './hosts/contract.ts';
import { focusText } from './reader.ts';

const BUNDLE = 'harbour.uratori-bundle.zip';

async function openHarbour(app: App): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar')).toContainText('1 claim');
  return page;
}

async function fromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Makes a bundle of the open project by the dialog; gives its path. */
async function makeBundle(app: App, page: Page): Promise<string> {
  const path = join(app.folder, BUNDLE);
  await fromPalette(page, 'Make a bundle');
  const dialog = page.getByRole('dialog', { name: 'Make a bundle' });
  await expect(dialog).toContainText('1 story of the dump “harbour-250412.txt”');
  expect(await seriousViolations(page)).toEqual([]);
  const make = dialog.getByRole('button', { name: 'Make the bundle' });
  if (app.host === 'web') {
    const downloading = page.waitForEvent('download');
    await make.click();
    await (await downloading).saveAs(path);
  } else {
    await app.electron?.evaluate(({ dialog: ours }, filePath) => {
      ours.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    await make.click();
  }
  const made = page.getByRole('dialog', { name: 'The bundle is made' });
  await expect(made).toContainText('SHA-256 of the manifest');
  await made.getByRole('button', { name: 'Done' }).click();
  return path;
}

/** Chooses a file that is in the test's folder, by whichever dialog the host has. */
async function verifyBundle(app: App, page: Page, path: string): Promise<void> {
  if (app.electron)
    await app.electron.evaluate(({ dialog: ours }, filePath) => {
      ours.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    }, path);
  await fromPalette(page, 'Verify a bundle');
  if (app.host !== 'web') return;
  const files = page.getByRole('dialog', { name: 'Choose a file' });
  await files.getByRole('option', { name: `Folder ${app.folder}` }).click();
  await files.getByRole('option', { name: /uratori-bundle/u }).click();
}

test('a bundle is made, proved, and opened elsewhere with the same claims', async ({ app }) => {
  const page = await openHarbour(app);
  const before = (await valueFromPage(page, 'workbench.start', {})).session?.project.claims;
  const path = await makeBundle(app, page);
  await verifyBundle(app, page, path);
  const dialog = page.getByRole('dialog', { name: 'Verify a bundle' });
  await expect(dialog.getByRole('status')).toContainText('The bundle is whole');
  await expect(dialog.locator('.bundle-checks > li[data-status="passed"]')).toHaveCount(10);
  expect(await seriousViolations(page)).toEqual([]);

  const folder = join(app.folder, 'elsewhere');
  if (app.electron)
    await app.electron.evaluate(({ dialog: ours }, filePath) => {
      ours.showSaveDialog = async () => ({ canceled: false, filePath });
    }, folder);
  await dialog.getByRole('button', { name: 'Unpack and open…' }).click();
  if (app.host === 'web') {
    const files = page.getByRole('dialog', { name: 'Unpack into a new folder' });
    await files.getByLabel('Name').fill('elsewhere');
    await files.getByRole('button', { name: 'Save' }).click();
  }
  await expect(page.locator('#stories [role="option"]')).toHaveCount(1);
  const { session } = await valueFromPage(page, 'workbench.start', {});
  expect(session?.file).toBe(join(folder, 'project.uratori'));
  expect(session?.project.claims).toEqual(before);
  expect(session?.dumps).toMatchObject([{ status: 'open', changed: false, format: 'uratori-stories' }]);
});

test('a bundle that was changed is refused, and the file is named', async ({ app }) => {
  const page = await openHarbour(app);
  const path = await makeBundle(app, page);
  const bytes = await readFile(path);
  const place = bytes.indexOf('report.html') + 100;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
  await verifyBundle(app, page, path);
  const dialog = page.getByRole('dialog', { name: 'Verify a bundle' });
  await expect(dialog.getByRole('status')).toContainText('not what it was');
  await expect(dialog.locator('.bundle-checks > li[data-status="failed"]').first()).toContainText(
    'report.html',
  );
  await expect(dialog.getByRole('button', { name: /Unpack/u })).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);
  expect(await readdir(app.folder)).not.toContain('elsewhere');
});
