import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

/** What the browser host has instead of the system's dialogs: a file browser, uploads and downloads. */

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content as string], fileName as string, { type: 'text/plain' }));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

test('a dump is found and opened by keyboard alone', async ({ app }) => {
  await mkdir(join(app.folder, 'april'));
  await writeDump(join(app.folder, 'april'), 'harbour-250412.txt', HARBOUR);
  const { page } = app;
  await expect(page.locator('.welcome')).toBeVisible();
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Open a dump' });
  await expect(dialog.getByRole('option').first()).toContainText(app.folder);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('option', { name: 'april' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Backspace');
  await expect(dialog.getByRole('option', { name: 'april' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('harb');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
});

test('a folder is one dump of all that is in it', async ({ app }) => {
  await mkdir(join(app.folder, 'april', 'more'), { recursive: true });
  await writeDump(join(app.folder, 'april'), 'harbour-250412.txt', HARBOUR);
  await writeDump(join(app.folder, 'april', 'more'), 'harbour-250413.txt', HARBOUR);
  const { page } = app;
  await expect(page.locator('.welcome')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('open a folder');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Open a folder' });
  await expect(dialog.getByRole('option').first()).toContainText(app.folder);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('option', { name: 'april' })).toBeVisible();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Open this folder' }).click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(6);
  await expect(page.locator('.status-bar')).toContainText('Folder');
});

test('a file from elsewhere is uploaded', async ({ app }) => {
  const { page } = app;
  await expect(page.locator('.welcome')).toBeVisible();
  await page.keyboard.press('Control+o');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload from this computer…' }).click();
  await (await chooser).setFiles({
    name: 'harbour.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(HARBOUR),
  });
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
});

test('files are dropped on the window, before a project is open and after', async ({ app }) => {
  const { page } = app;
  await expect(page.locator('.welcome')).toBeVisible();
  await dropFile(page, 'harbour.txt', HARBOUR);
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await dropFile(page, 'memo.txt', 'One.\n\nTwo.\n');
  await expect(page.getByRole('dialog', { name: 'Open memo.txt' })).toBeVisible();
});

test('a file dropped on the file browser is what was asked for', async ({ app }) => {
  const { page } = app;
  await expect(page.locator('.welcome')).toBeVisible();
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('dialog', { name: 'Open a dump' })).toBeVisible();
  await dropFile(page, 'harbour.txt', HARBOUR);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
});

test('a project is saved under a name, and another is replaced only when the person says so', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  const dialog = page.getByRole('dialog', { name: 'Save the project as' });
  const save = async (name: string) => {
    await page.keyboard.press('Control+s');
    await expect(dialog.locator('.files-path')).toContainText(app.folder);
    await expect(dialog.getByLabel('File name')).toBeFocused();
    await dialog.getByLabel('File name').fill(name);
    await page.keyboard.press('Enter');
  };
  await save('desk');
  await expect(dialog).toHaveCount(0);
  const first = join(app.folder, 'desk.uratori');
  await expect.poll(() => readFile(first, 'utf8').catch(() => '')).toContain('uratori-project');

  await save('other');
  await expect(dialog).toHaveCount(0);
  await save('desk.uratori');
  await expect(dialog).toContainText('desk.uratori is there already. Replace it?');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeVisible();
});

test('a report, and a folder as one file, is downloaded whole, with the hash that the dialog shows', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar')).toContainText('1 claim');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('湊大橋: 検証');
  await dialog.getByLabel('Language of the report').selectOption('ja');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 1 story' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('湊大橋 検証.html');
  const written = await readFile(await download.path());
  await expect(dialog).toContainText(createHash('sha256').update(written).digest('hex'));
  expect(written.toString()).toContain('<html lang="ja"');

  await dialog.getByRole('button', { name: 'Export another' }).click();
  await dialog.getByRole('radio', { name: 'brat' }).check();
  const packing = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 1 story' }).click();
  const packed = await packing;
  expect(packed.suggestedFilename()).toBe('湊大橋 検証.zip');
  await expect(dialog).toContainText('6 files');
  const zip = await readFile(await packed.path());
  await expect(dialog).toContainText(createHash('sha256').update(zip).digest('hex'));
});
