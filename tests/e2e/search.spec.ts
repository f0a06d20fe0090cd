import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText, painted } from './reader.ts';

async function openHarbour(app: { folder: string; openDump(path: string): Promise<Page> }): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await focusText(page);
  await page.keyboard.press('/');
  return page;
}

const rows = (page: Page) => page.locator('#stories [role="option"]');

test('the language finds what it says, and says where it is not understood', async ({ app }) => {
  const page = await openHarbour(app);
  const field = page.locator('#search');
  await field.fill('湊大橋 -閉鎖');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('湊日報');
  await field.fill('BRIDGE OR 商店会');
  await expect(rows(page)).toHaveCount(2);
  await field.fill('/[0-9]+億円/');
  await expect(rows(page)).toHaveCount(1);
  await expect.poll(() => painted(page, 'hit')).toEqual(['12億円', '12億円', '8億円']);
  await field.fill('媒体:潮見 橋');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('潮見ニュース');

  // While a query cannot be read, the list stays what it was.
  await field.fill('媒体:潮見 (橋 OR');
  const problem = page.locator('.search-problem');
  await expect(problem).toContainText('Add a word');
  await expect(problem.locator('mark')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(rows(page)).toHaveCount(1);
  expect(await seriousViolations(page)).toEqual([]);
  await field.fill('媒体:潮見 (橋 OR 市)');
  await expect(problem).toBeHidden();
  await expect(field).not.toHaveAttribute('aria-invalid');
});

test('hits are gone through from story to story, and among annotations', async ({ app }) => {
  const page = await openHarbour(app);
  await page.locator('#search').fill('修理');
  await expect(rows(page)).toHaveCount(2);
  await expect.poll(() => painted(page, 'hit')).toEqual(['修理', '修理']);
  const place = async () => {
    const source = await page.locator('.story-header h2').textContent();
    const at = await page.evaluate(() =>
      [...(CSS.highlights.get('hit-current') ?? [])].map(({ startOffset }) => startOffset),
    );
    return [source, ...at];
  };
  const seen: unknown[] = [];
  for (let step = 0; step < 3; step += 1) {
    const before = await place();
    await page.keyboard.press('Enter');
    await expect.poll(place).not.toEqual(before);
    await expect.poll(() => painted(page, 'hit-current')).toEqual(['修理']);
    seen.push(await place());
  }
  expect(seen.map((hit) => (hit as unknown[])[0])).toEqual(['湊日報', '湊日報', 'Harbour Wire']);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(place).toEqual(seen[1]);

  await page.locator('#search').fill('in:annotations 商店会');
  await expect(rows(page)).toHaveCount(0);
  await page.locator('#search').fill('商店会');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('.list-head')).toContainText('1 hit');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page, 'hit-current')).toEqual(['商店会']);
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Wording' }).fill('商店会は補償を求めた');
  await page.keyboard.press('Escape');
  await page.locator('#search').fill('in:annotations 補償');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Wording' })).toHaveValue('商店会は補償を求めた');
});

test('kana and case count as a person wants them to', async ({ app }) => {
  const page = await openHarbour(app);
  const field = page.locator('#search');
  await field.fill('にゅーす');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Tab');
  const exact = page.getByRole('button', { name: 'Upper and lower case' });
  await expect(exact).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Hiragana and katakana' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(rows(page)).toHaveCount(1);
  await field.press('Enter');
  await expect.poll(() => painted(page, 'hit-current')).toEqual(['ニュース']);
  await field.fill('bridge');
  await expect(page.locator('.list-head')).toContainText('2 hits');
  await exact.click();
  await expect(page.locator('.list-head')).toContainText('1 hit');
  await field.press('Enter');
  await expect.poll(() => painted(page, 'hit-current')).toEqual(['bridge']);
});

test('the queries that were used are at hand', async ({ app }) => {
  const page = await openHarbour(app);
  const field = page.locator('#search');
  for (const query of ['湊大橋', '商店会']) {
    await field.fill(query);
    await page.keyboard.press('Enter');
    await expect(page.locator('.list-head')).toContainText('hit');
  }
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await page.keyboard.press('ArrowDown');
  const recent = page.getByRole('listbox', { name: 'Recent searches' }).getByRole('option');
  await expect(recent).toHaveText(['商店会', '湊大橋']);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('湊大橋');
  await expect(rows(page)).toHaveCount(3);
});

for (const locale of ['en-US', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });
    test('the language is explained beside the field', async ({ app }) => {
      const page = await openHarbour(app);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const help = page.locator('.search-help');
      await expect(help).toContainText('date:2025-02-01..2025-02-08');
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(help).toBeHidden();
    });
  });
}
