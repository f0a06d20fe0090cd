import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

test('chosen stories are changed at once with one undo; what a list shows is saved, found again and kept up to date', async ({
  app,
}) => {
  let page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  const rows = page.locator('#stories [role="option"]');
  await expect(rows).toHaveCount(3);
  await focusText(page);
  await page.locator('#stories').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.stories-bulk')).toContainText('2 stories chosen');
  await rows.nth(2).click({ modifiers: ['Control'] });
  await expect(page.locator('.stories-bulk')).toContainText('3 stories chosen');
  await page.keyboard.press('Shift+S');
  await expect(page.locator('.stories-bulk')).toContainText('2 stories chosen');
  await page.keyboard.press('Shift+B');
  let dialog = page.getByRole('dialog', { name: 'Change 2 stories' });
  await expect(dialog).toContainText('2 of 2 stories change');
  await expect(dialog).toContainText('2 of them come into the project by it');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 2 stories' }).click();
  // A review is signed.
  await page.getByRole('dialog').getByRole('textbox').fill('Ito');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Change 2 stories' }).click();
  await expect(page.locator('.toolbar')).toContainText('2 of 3 reviewed');
  await expect(page.locator('.stories-bulk')).toHaveCount(0);
  await focusText(page);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.toolbar')).toContainText('0 of 3 reviewed');

  await page.keyboard.press('f');
  await page.getByRole('checkbox', { name: /湊日報/u }).check();
  await expect(rows).toHaveCount(1);
  await focusText(page);
  await page.keyboard.press('Shift+F');
  dialog = page.getByRole('dialog', { name: 'Saved filters' });
  await dialog.getByLabel('Save what is shown now (1 story) as').fill('The daily');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem')).toContainText('The daily');
  await expect(dialog.getByRole('listitem')).toContainText('1 story');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  page = await app.restart();
  await page.locator('.welcome-recent button').first().click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('The daily');
  await page.keyboard.press('Enter');
  await expect(page.locator('#stories [role="option"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('Shift+F');
  dialog = page.getByRole('dialog', { name: 'Saved filters' });
  await dialog.getByText('Change', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Take over what is shown now' }).click();
  await expect(dialog.getByRole('listitem')).toContainText('3 stories');
});
