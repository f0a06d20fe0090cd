import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

/** 60 fictional posts: of 湊日報 one a day in March, of Harbour Wire one a week, of 12 more sources one each in 2024. */
const POSTS = [
  ...Array.from({ length: 30 }, (_, index) => [
    '湊大橋の工事は続く。',
    `湊日報 (@minato_nippo) March ${index + 1}, 2025`,
  ]),
  ...Array.from({ length: 18 }, (_, index) => [
    'The bridge is closed, the wire says.',
    `Harbour Wire (@harbourwire) ${['April', 'May', 'June'][index % 3]} ${1 + index}, 2025`,
  ]),
  ...Array.from({ length: 12 }, (_, index) => [
    'The ferry is full.',
    `Small Outlet ${index} (@small${index}) July 4, 2024`,
  ]),
].map(([text, byline]) => `${text}\n— ${byline}\n本文です。`);

async function openFilters(page: Page) {
  await expect(page.locator('#stories [role="option"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Filter' }).click();
  return page.getByRole('search', { name: 'Filters' });
}

test.beforeEach(async ({ app }) => {
  await app.openDump(await writeDump(app.folder, 'harbour.txt', `${POSTS.join('\n')}\n`));
});

test('facets count what the other filters let pass, and filter by a click', async ({ app }) => {
  const { page } = app;
  const filters = await openFilters(page);
  const head = page.locator('.list-head');
  await expect(filters.getByRole('checkbox', { name: /湊日報 @minato_nippo 30/ })).toBeVisible();
  await expect(filters.getByRole('checkbox', { name: 'Unread 60' })).toBeVisible();
  await expect(filters.getByRole('checkbox', { name: 'Only stories with annotations 0' })).toBeVisible();

  await filters.getByRole('checkbox', { name: /^English/ }).check();
  await expect(head).toContainText('30 stories');
  // The sources are counted over what is left; the languages over all, since one more may be chosen.
  await expect(filters.getByRole('checkbox', { name: /湊日報/ })).toHaveCount(0);
  await expect(filters.getByRole('checkbox', { name: /Harbour Wire @harbourwire 18/ })).toBeVisible();
  await expect(filters.getByRole('checkbox', { name: /^Japanese 30/ })).toBeVisible();
  await filters.getByRole('checkbox', { name: /Harbour Wire/ }).check();
  await expect(head).toContainText('18 stories');
  await expect(filters.getByRole('checkbox', { name: /^Japanese/ })).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);
});

test('many sources are found by name, and what was chosen stays in sight', async ({ app }) => {
  const { page } = app;
  const filters = await openFilters(page);
  await expect(filters.getByRole('button', { name: '6 more sources' })).toBeVisible();
  await filters.getByRole('searchbox', { name: 'Find a source' }).fill('small11');
  await filters.getByRole('checkbox', { name: /Small Outlet 11/ }).check();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(1);
  await filters.getByRole('searchbox', { name: 'Find a source' }).fill('湊');
  await expect(filters.getByRole('checkbox', { name: /湊日報 @minato_nippo 30/ })).toBeVisible();
  await expect(filters.getByRole('checkbox', { name: /Small Outlet 11/ })).toBeChecked();
  await filters.getByRole('searchbox', { name: 'Find a source' }).fill('nobody');
  await expect(filters).toContainText('No source has this in its name.');
  // Escape clears the field first, then leaves the panel.
  await page.keyboard.press('Escape');
  await expect(filters.getByRole('button', { name: /more sources/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(filters).toHaveCount(0);
  await expect(page.locator('#stories')).toBeFocused();
});

test('counts follow what people add, and keys alone reach them', async ({ app }) => {
  const { page } = app;
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('v');
  await expect(page.locator('.status-bar').getByRole('img', { name: 'verified' })).toBeVisible();
  await page.locator('#reading').focus();
  await page.keyboard.press('f');
  const filters = page.getByRole('search', { name: 'Filters' });
  await expect(filters.getByRole('searchbox', { name: 'Find a source' })).toBeFocused();
  await expect(filters.getByRole('checkbox', { name: /verified 1/i })).toBeVisible();
  await expect(filters.getByRole('checkbox', { name: 'Only stories with annotations 1' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('.list-head')).toContainText('30 stories');
  await filters.getByRole('checkbox', { name: /verified 1/i }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('#stories [role="option"]')).toHaveCount(1);
});

test('dates are typed as well', async ({ app }) => {
  const { page } = app;
  const filters = await openFilters(page);
  await filters.getByLabel('From', { exact: true }).fill('2025-03-10');
  await filters.getByLabel('To', { exact: true }).fill('2025-03-12');
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await filters.getByLabel('To', { exact: true }).fill('');
  await expect(page.locator('.list-head')).toContainText('39 stories');
});
