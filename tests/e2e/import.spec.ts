import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { focusText, painted } from './reader.ts';

/** Hands a file to the dialog as a person does who has it on their own computer, or chooses it in the system's dialog. */
async function choose(app: App, page: Page, path: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Import annotations' });
  if (app.host === 'web') {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Upload' }).click();
    await (await chooser).setFiles(path);
    return;
  }
  await app.electron?.evaluate(({ dialog: system }, chosen) => {
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
}

async function openImport(page: Page): Promise<void> {
  await focusText(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import annotations');
  await page.keyboard.press('Enter');
}

/** Spans of another tool on the text of the first story, and one on a text that no dump has. */
async function writeSpans(folder: string): Promise<string> {
  const [text = ''] = HARBOUR.split('\nHarbour Bridge');
  const points = Array.from(text);
  const at = (words: string) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return [start, start + Array.from(words).length] as const;
  };
  const spans = [
    [...at('修理費が12億円'), 'cost'],
    [...at('2026年3月'), 'date'],
  ];
  const lines = [
    { text: points.join(''), label: spans },
    { text: 'A text that nobody has here.', label: [[0, 6, 'cost']] },
  ];
  const path = join(folder, 'spans.jsonl');
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
}

test('annotations of another tool are looked at, imported as one change, and are all there the second time', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  const spans = await writeSpans(app.folder);
  await openImport(page);
  expect(await seriousViolations(page)).toEqual([]);
  await choose(app, page, spans);
  const dialog = page.getByRole('dialog', { name: 'Import annotations' });
  await expect(dialog).toContainText('Recognised: doccano');
  await expect(dialog).toContainText(
    '1 story was found in the open dumps, new in this project. 1 was not found.',
  );
  await expect(dialog.getByRole('tab', { name: 'Added' })).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.locator('#import-entries [role="option"]').first()).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('tab', { name: 'Refused' }).click();
  await dialog.locator('#import-entries [role="option"]').first().click();
  await expect(dialog.locator('.import-detail')).toContainText('Its story is in none of the open dumps.');
  await dialog.getByRole('button', { name: /^Import \d/u }).click();
  await expect(dialog).toContainText('4 entries were imported as one change.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => painted(page, 'tag-blue')).toEqual(['修理費が12億円']);
  expect(await painted(page, 'tag-orange')).toEqual(['2026年3月']);

  await openImport(page);
  await choose(app, page, spans);
  await expect(dialog.getByRole('tab', { name: 'Already there' })).toContainText('4');
  await expect(dialog.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await focusText(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => painted(page, 'tag-blue')).toEqual([]);
});

test('a file that is none is said in words, and another one can be chosen', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  const broken = join(app.folder, 'broken.jsonld');
  await writeFile(broken, '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annot');
  await openImport(page);
  await choose(app, page, broken);
  const dialog = page.getByRole('dialog', { name: 'Import annotations' });
  await expect(dialog.getByRole('alert')).toContainText('broken.jsonld cannot be read as annotations');
  await expect(dialog.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Another file…' }).click();
  await choose(app, page, await writeSpans(app.folder));
  await expect(dialog).toContainText('Recognised: doccano');
});

test('an export of the project itself comes back: what was removed is added, the rest is there', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await focusText(page);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('c');
  await expect.poll(() => painted(page, 'claim-unrated')).toHaveLength(1);
  const [quote] = await painted(page, 'claim-unrated');
  const zip = join(app.folder, 'w3c.zip');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await focusText(page);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('W3C Web Annotation').click();
  if (app.host === 'web') {
    const download = page.waitForEvent('download');
    await dialog.locator('button[type="submit"]').click();
    await (await download).saveAs(zip);
  } else {
    await app.electron?.evaluate(({ dialog: system }, chosen) => {
      system.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    }, zip);
    await dialog.locator('button[type="submit"]').click();
  }
  await dialog.getByRole('button', { name: 'Done' }).click();
  await focusText(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => painted(page, 'claim-unrated')).toEqual([]);

  await openImport(page);
  await choose(app, page, zip);
  await expect(dialog).toContainText('Recognised: W3C Web Annotation');
  await dialog.getByRole('button', { name: 'Import 1' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => painted(page, 'claim-unrated')).toEqual([quote]);
});
