import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

const NAMES = ['Money', 'Traffic', 'Bridges'];

/** A project with three tags, the first one on the whole first story and on its first word. */
async function withTags(page: Page) {
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('Shift+T');
  const dialog = page.getByRole('dialog', { name: 'Codebook' });
  for (const name of NAMES) {
    await dialog.getByLabel('Name of a new tag').fill(name);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('treeitem', { name })).toBeVisible();
  }
  return dialog;
}

test('tags are ordered and nested by keys and by dragging, get keys of their own, and these put them on the text', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  const dialog = await withTags(page);
  const rows = dialog.getByRole('treeitem');
  const shown = () =>
    rows.evaluateAll((items) =>
      items.map((item) => `${item.ariaLevel} ${item.querySelector('.tag-chip')?.textContent}`),
    );
  await expect.poll(shown).toEqual(['1 Bridges', '1 Money', '1 Traffic']);

  await rows.first().click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(shown).toEqual(['1 Money', '1 Bridges', '1 Traffic']);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(shown).toEqual(['1 Money', '2 Bridges', '1 Traffic']);
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(shown).toEqual(['1 Money', '1 Bridges', '1 Traffic']);
  await rows.nth(1).dragTo(rows.nth(2));
  await expect.poll(shown).toEqual(['1 Money', '1 Traffic', '2 Bridges']);
  await rows.nth(1).dragTo(rows.nth(0), { targetPosition: { x: 60, y: 3 } });
  await expect.poll(shown).toEqual(['1 Traffic', '2 Bridges', '1 Money']);

  await rows.filter({ hasText: 'Money' }).click();
  await dialog.getByLabel('Examples, one a line').fill('12億円\n8億円');
  await dialog.getByRole('button', { name: 'Set keys…' }).click();
  await page.keyboard.press('c');
  await expect(dialog.getByRole('alert')).toContainText('C means “Make a claim” already');
  await dialog.getByRole('button', { name: 'Set keys…' }).click();
  await page.keyboard.press('Alt+q');
  await expect(dialog.getByRole('group', { name: 'Keys' })).toContainText('Alt+Q');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await focusText(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+q');
  await expect(page.locator('#inspector .annotation')).toHaveCount(1);
  await expect(page.locator('#inspector .annotation')).toContainText('Money');
  // The same once more only shows what is there.
  await focusText(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+q');
  await expect(page.locator('#inspector .annotation')).toHaveCount(2);
  await focusText(page);
  await page.keyboard.press('Alt+q');
  await expect(page.locator('#inspector .annotation')).toHaveCount(2);
  await page.keyboard.press('?');
  await expect(page.getByRole('region', { name: 'Tags' })).toContainText('Alt+Q');
});

test('merging and splitting say how many uses they touch, and one undo takes each back; notes are found again', async ({
  app,
}) => {
  let page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  const dialog = await withTags(page);
  await page.keyboard.press('Escape');
  for (const name of ['Money', 'Traffic']) {
    await focusText(page);
    await page.keyboard.press('t');
    await page.getByRole('dialog').getByRole('combobox').first().fill(name);
    await page.keyboard.press('Enter');
    await expect(page.locator('#inspector .annotation').filter({ hasText: name })).toHaveCount(1);
  }
  const memo = page.getByLabel('Memo on this use');
  await memo.fill('counted cars by hand');
  await memo.blur();
  await focusText(page);
  await page.keyboard.press('Shift+M');
  await page.keyboard.type('Ask the ferry company.');
  await page.keyboard.press('Escape');
  await expect(page.locator('#stories .row').first()).toContainText('memo');

  await focusText(page);
  await page.keyboard.press('Shift+T');
  await dialog.getByRole('treeitem', { name: 'Money' }).click();
  await dialog.getByText('Merge into another tag…').click();
  await dialog.getByLabel('Merge into', { exact: true }).selectOption({ label: 'Traffic' });
  await expect(dialog).toContainText(
    'The one use of “Money” becomes a use of “Traffic”. 1 of them stands on words that have “Traffic” already',
  );
  await dialog.getByRole('button', { name: 'Merge 1 use into “Traffic”' }).click();
  await expect(dialog.getByRole('treeitem', { name: 'Money' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await focusText(page);
  await page.keyboard.press('Control+z');
  await expect(page.locator('#inspector .annotation')).toHaveCount(2);

  await page.keyboard.press('Shift+T');
  await dialog.getByRole('treeitem', { name: 'Traffic' }).click();
  await dialog.getByText('Split: give some uses to a new tag…').click();
  await dialog.getByLabel('Name of the new tag').fill('Counts');
  await dialog.getByLabel('The 1 use listed').check();
  await dialog.getByRole('button', { name: 'Give 1 of 1 uses to the new tag' }).click();
  await expect(dialog.getByRole('treeitem', { name: 'Counts' })).toContainText('1 use');
  await page.keyboard.press('Escape');

  page = await app.restart();
  await page.locator('.welcome-recent button').first().click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  for (const words of ['in:annotations "by hand"', 'in:annotations "ferry company"']) {
    await page.locator('#search').fill(words);
    await page.keyboard.press('Enter');
    await expect(page.locator('#stories [role="option"]')).toHaveCount(1);
  }
});
