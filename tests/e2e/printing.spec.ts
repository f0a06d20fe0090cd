import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { readPdf } from '../unit/main/print/read-pdf.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

async function openWithClaim(app: App): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar')).toContainText('1 claim');
  return page;
}

/** Chooses a format in the dialog and exports as a person does. */
async function exported(app: App, page: Page, format: string, name: string): Promise<Buffer> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('radio', { name: format }).check();
  const write = dialog.getByRole('button', { name: 'Export 1 story' });
  if (app.host === 'web') {
    const downloading = page.waitForEvent('download');
    await write.click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${name.split('.').at(-1)}$`, 'u'));
    return readFile(await download.path());
  }
  const filePath = join(app.folder, name);
  await app.electron?.evaluate(({ dialog: ours }, path) => {
    ours.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  await write.click();
  await expect(page.getByRole('dialog', { name: 'Report written' })).toBeVisible();
  return readFile(filePath);
}

test('a report is printed as PDF: by the desktop itself, elsewhere by a browser of the system', async ({
  app,
}) => {
  test.slow();
  const page = await openWithClaim(app);
  const pdf = await readPdf(await exported(app, page, 'PDF', 'report.pdf'));
  expect(pdf.outline.length).toBeGreaterThan(3);
  expect(pdf.roles).toContain('H1');
  expect(pdf.info).toMatchObject({ Language: 'en' });
  expect(String(pdf.info.Creator)).toMatch(/^Uratori/u);
  expect(pdf.text).toContain(`1 / ${pdf.pages}`);
  expect(pdf.jumps).toBeGreaterThan(3);
  if (app.electron) {
    // The window that printed is gone.
    const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(windows).toBe(1);
  }
});

test('a report is written as DOCX', async ({ app }) => {
  const page = await openWithClaim(app);
  const bytes = await exported(app, page, 'Word (DOCX)', 'report.docx');
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.includes('word/document.xml')).toBe(true);
});
