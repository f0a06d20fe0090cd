import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

async function openSettings(page: Page, tab?: string) {
  await expect(page.locator('.welcome, .workbench')).toBeVisible();
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  if (tab) await dialog.getByRole('tab', { name: tab }).click();
  return dialog;
}

test('language and appearance change at once, and are there after a restart', async ({ app }) => {
  let { page } = app;
  const dialog = await openSettings(page);
  await dialog.getByLabel('Language').selectOption('ja');
  await expect(page.getByRole('dialog', { name: '設定' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.getByRole('radio', { name: 'ダーク' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  page = await app.restart();
  await expect(page.getByRole('button', { name: 'ダンプを開く…' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a name typed just before closing is kept', async ({ app }) => {
  let { page } = app;
  await openSettings(page);
  await page.getByLabel('Your name').fill('青木');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  page = await app.restart();
  await openSettings(page);
  await expect(page.getByLabel('Your name')).toHaveValue('青木');
});

test('the tabs are gone through by arrow keys', async ({ app }) => {
  const { page } = app;
  const dialog = await openSettings(page);
  await expect(dialog.getByRole('tab', { name: 'General' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Rating scale' })).toBeFocused();
  await expect(dialog.getByRole('tabpanel')).toContainText('Open one to choose its scale');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(dialog.getByRole('tab', { name: 'Keys' })).toBeFocused();
});

test('an action gets the keys that are pressed; a conflict is shown and settled by the person', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  const dialog = await openSettings(page, 'Keys');
  await dialog.getByRole('button', { name: 'Add keys to “Next story”' }).click();
  await page.keyboard.press('Alt+j');
  await expect(dialog.getByRole('button', { name: 'Take Alt+J away from “Next story”' })).toBeVisible();

  await dialog.getByRole('button', { name: 'Add keys to “Next story”' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Add keys to “Next story”' }).click();
  await page.keyboard.press('k');
  await expect(dialog).toContainText('K is used for “Previous story”.');
  await dialog.getByRole('button', { name: 'Use it here instead' }).click();
  await expect(dialog.getByRole('button', { name: 'Take K away from “Next story”' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take K away from “Previous story”' })).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await focusText(page);
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();

  await openSettings(page, 'Keys');
  await dialog.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(dialog.getByRole('button', { name: 'Take K away from “Previous story”' })).toBeVisible();
});

test('another scale takes over every rating as the person says, and undo brings the old one back', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('d');
  await expect(page.locator('.status-bar')).toContainText('✕1');

  const dialog = await openSettings(page, 'Rating scale');
  await dialog.getByRole('radio', { name: 'FactCheck Initiative Japan' }).check();
  const change = dialog.getByRole('button', { name: 'Change the scale' });
  await expect(change).toBeDisabled();
  const mapping = dialog.getByRole('combobox');
  await expect(mapping).toHaveValue('');
  await mapping.selectOption({ label: 'misleading' });
  await change.click();
  await expect(dialog.getByText('in use')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /FactCheck Initiative Japan.*in use/u })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.locator('#inspector')).toContainText('misleading');

  await focusText(page);
  await page.keyboard.press('Control+z');
  await openSettings(page, 'Rating scale');
  await expect(dialog.getByRole('radio', { name: /^Verified.*in use/u })).toBeChecked();
});
