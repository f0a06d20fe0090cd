import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Work } from '../unit/app/agreement/coders.ts';
import { projectFiles } from '../unit/main/agreement/project-files.ts';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { painted } from './reader.ts';

const ITO: Work = {
  by: 'Ito',
  claims: [
    ['0', '増税はしない', 'disputed'],
    ['0', '当初の見込みは8億円だった。', 'verified'],
    ['1', 'Why the bridge must close', 'verified'],
  ],
  tags: [['0', 'Money', '12億円']],
};
const SATO: Work = {
  by: 'Sato',
  claims: [
    ['0', '想定内であり、増税はしない', 'unresolved'],
    ['0', '当初の見込みは8億円だった。', 'verified'],
    ['1', 'Why the bridge must close', 'verified'],
  ],
  tags: [['0', 'money', null]],
};

/** Two people's projects of one dump; the first is open. */
async function openOne(app: App): Promise<{ page: Page; other: string }> {
  const dump = await writeDump(app.folder, 'harbour-250412.txt', HARBOUR);
  const [mine = '', other = ''] = await projectFiles(dump, [ITO, SATO]);
  const page = await app.restart([mine]);
  await expect(page.locator('[data-segment-text]').first()).toBeVisible();
  return { page, other };
}

async function choose(app: App, page: Page, path: string): Promise<void> {
  const add = page.getByRole('button', { name: 'Add a project file…' });
  if (app.electron) {
    await app.electron.evaluate(({ dialog }, file) => {
      Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [file] }) });
    }, path);
    await add.click();
    return;
  }
  await add.click();
  const files = page.getByRole('dialog', { name: 'Open a project' });
  // A folder opens at the first click; a second one would be on what it holds.
  await files.locator('[data-kind="folder"]', { hasText: app.folder }).click();
  await files
    .getByRole('option')
    .filter({ hasText: basename(path) })
    .click();
}

test('two coders’ agreement is shown, and a cell leads to the words they rate differently', async ({
  app,
}) => {
  const { page, other } = await openOne(app);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('agreement with');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Agreement between coders' });
  await expect(dialog).toContainText('Choose the project file of somebody');
  await choose(app, page, other);

  await expect(dialog).toContainText('Ito – Sato. 2 stories count of 3; the text of 2 is at hand.');
  const ratings = dialog.getByRole('region', { name: 'Ratings of claims', exact: true });
  await expect(ratings.getByRole('row', { name: /Cohen’s kappa/ })).toContainText('0.400');
  await expect(dialog.getByRole('table', { name: 'Tags on stories' })).toContainText('Money');
  await expect(dialog.getByRole('table', { name: 'Gamma' })).toContainText('Claims');
  expect(await seriousViolations(page)).toEqual([]);

  // By keyboard: from the cell where both say verified to the one where they differ.
  const same = ratings.getByRole('button', { name: '2: Ito says verified, Sato says verified' });
  await same.focus();
  await page.keyboard.press('ArrowDown');
  const apart = ratings.getByRole('button', { name: '1: Ito says disputed, Sato says unresolved' });
  await expect(apart).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ratings).toContainText('1 where Ito says “disputed” and Sato says “unresolved”');
  await ratings.getByRole('button', { name: '増税はしない' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: '湊日報' })).toBeVisible();
  await expect.poll(() => painted(page, 'hit-current')).toEqual(['増税はしない']);

  // Back to it: the same comparison, the same cell.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('agreement with');
  await page.keyboard.press('Enter');
  await expect(ratings).toContainText('1 where Ito says “disputed” and Sato says “unresolved”');
});

test('agreement is saved as a file', async ({ app }) => {
  const { page, other } = await openOne(app);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('agreement with');
  await page.keyboard.press('Enter');
  await choose(app, page, other);
  const save = page.getByRole('button', { name: 'Save as JSON…' });
  let path = join(app.folder, 'agreement.json');
  if (app.electron) {
    await app.electron.evaluate(({ dialog }, file) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath: file }) });
    }, path);
    await save.click();
    await expect(page.getByText(`Saved: ${path}`)).toBeVisible();
  } else {
    const download = page.waitForEvent('download');
    await save.click();
    path = await (await download).path();
  }
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    format: 'uratori-agreement',
    coders: [{ name: 'Ito' }, { name: 'Sato' }],
  });
});
