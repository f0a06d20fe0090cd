import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

/** What the person will answer to the next system dialogs; they cannot be clicked in a test. */
async function answerDialogs(app: ElectronApplication, open: string[], save: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, answers) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: answers.open });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: answers.save });
    },
    { open, save },
  );
}

test('a day at the desk: open, judge, report, save under a name, come back', async ({ app }) => {
  test.slow();
  const dump = await writeDump(app.folder, 'harbour-250412.txt', HARBOUR);
  const report = join(app.folder, 'harbour.html');
  const project = join(app.folder, 'harbour.uratori');
  await answerDialogs(app.electron as ElectronApplication, [dump], report);

  let { page } = app;
  await expect(page.locator('.welcome')).toBeVisible();
  await page.keyboard.press('Control+o');
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('d');
  await expect(page.locator('.status-bar').getByRole('img', { name: 'disputed' })).toBeVisible();

  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export 1 story' }).click();
  await expect(page.getByRole('dialog')).toContainText(report);
  expect(await readFile(report, 'utf8')).toContain('湊大橋');
  await page.keyboard.press('Escape');

  await answerDialogs(app.electron as ElectronApplication, [], project);
  await page.keyboard.press('Control+Shift+s');
  await expect
    .poll(() =>
      stat(project).then(
        (entry) => entry.size,
        () => 0,
      ),
    )
    .toBeGreaterThan(0);

  page = await app.restart([project]);
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await expect(page.locator('.status-bar').getByRole('img', { name: 'disputed' })).toBeVisible();
});
