import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

test('a queue of claims is worked through by keys alone; several claims are changed at once with one undo', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  const { keyboard } = page;
  // A claim in every story: two of April 12, one of April 11.
  for (const story of [1, 2, 3]) {
    await focusText(page);
    await keyboard.press('ArrowDown');
    await keyboard.press('c');
    await expect(page.locator('#inspector .annotation:not(.suggestion)')).toHaveCount(1);
    if (story < 3) {
      await keyboard.press('j');
      await expect(page.locator('#inspector .annotation:not(.suggestion)')).toHaveCount(0);
    }
  }

  await keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'Queues' });
  const rows = dialog.locator('#queue-items [role="option"]');
  const figures = dialog.getByRole('radio', { name: /Unreviewed claims with figures, oldest first/u });
  await expect(figures).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /Claims without a verdict/u })).toBeChecked();
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('潮見ニュース');
  expect(await seriousViolations(page)).toEqual([]);
  await expect(dialog.getByRole('button', { name: 'Work through 3 claims' })).toBeVisible();
  await keyboard.press('Enter');

  const bar = page.getByRole('region', { name: 'Queue' });
  await expect(bar).toContainText('1 of 3');
  await expect(page.getByRole('heading', { name: '潮見ニュース' })).toBeVisible();
  await keyboard.press('v');
  await expect(bar).toContainText('2 of 3 · 1 done');
  await expect(page.getByRole('heading', { name: '湊日報' })).toBeVisible();
  await keyboard.press('.');
  await expect(bar).toContainText('3 of 3');
  await keyboard.press('d');
  await expect(bar).toContainText('2 done');
  await keyboard.press(',');
  await expect(bar).toContainText('2 of 3');
  await keyboard.press('d');
  await expect(bar).toContainText('nothing more waits in this queue');
  expect(await seriousViolations(page)).toEqual([]);
  await keyboard.press('Shift+Q');
  await expect(bar).toHaveCount(0);

  // A queue of the project's own.
  await keyboard.press('q');
  await dialog.getByText('What this queue asks for').click();
  await dialog.getByLabel('No rating').uncheck();
  await dialog.getByLabel('Source has').fill('湊');
  await dialog.getByLabel('Only with figures or dates in it').uncheck();
  await dialog.getByLabel('Name', { exact: true }).fill('Minato');
  await dialog.getByRole('button', { name: 'Save as a new queue' }).click();
  await expect(dialog.getByRole('radio', { name: /Minato/u })).toBeChecked();
  await expect(rows).toHaveCount(1);

  // All claims at once.
  await dialog.getByRole('radio', { name: /Claims without evidence/u }).click();
  await dialog.getByRole('listbox').focus();
  await keyboard.press('Home');
  await keyboard.press('Shift+End');
  await expect(dialog.getByRole('status')).toContainText('3 claims chosen');
  await dialog.getByLabel('Rate 3 claims…').selectOption({ label: 'unresolved' });
  await expect(rows.first().getByRole('img', { name: 'unresolved' })).toBeVisible();
  await keyboard.press('Escape');
  await focusText(page);
  await expect(page.locator('.status-bar')).toContainText('?3');
  await keyboard.press('Control+z');
  await expect(page.locator('.status-bar')).toContainText('✕2');
});
