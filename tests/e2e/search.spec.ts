import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';

test('letters are found whatever their width, and the query language says what else is wanted', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour.txt', HARBOUR));
  const rows = page.locator('#stories [role="option"]');
  await expect(rows).toHaveCount(3);
  const field = page.getByRole('searchbox', { name: 'Search the whole dump' });
  const counts = page.locator('.list-head');

  await field.fill('１２億円');
  await expect(counts).toContainText('2 hits');
  await expect(rows).toHaveCount(1);
  await field.fill('bridge -修理');
  await expect(rows).toHaveCount(0);
  await field.fill('湊大橋 (観光 OR 12億) -harbour');
  await expect(rows).toHaveCount(2);
  await field.fill('source:shiomi');
  await expect(rows).toHaveCount(1);
  await field.fill('/[0-9]+億円/');
  await expect(counts).toContainText('3 hits');

  const hits = () => page.evaluate(() => CSS.highlights.get('hit')?.size ?? 0);
  await rows.first().click();
  await expect.poll(hits).toBe(3);
});

test('half a query says what is missing, and leaves the list as it is', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour.txt', HARBOUR));
  const rows = page.locator('#stories [role="option"]');
  const field = page.getByRole('searchbox', { name: 'Search the whole dump' });
  await field.fill('観光');
  await expect(rows).toHaveCount(1);
  await field.fill('観光 (');
  await expect(page.locator('.search-field [role="alert"]')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(rows).toHaveCount(1);
  await field.fill('観光 (客)');
  await expect(page.locator('.search-field [role="alert"]')).toHaveCount(0);
});

test('case, width and kana count as the person says', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour.txt', HARBOUR));
  const rows = page.locator('#stories [role="option"]');
  await expect(rows).toHaveCount(3);
  const field = page.getByRole('searchbox', { name: 'Search the whole dump' });
  await field.fill('harbour BRIDGE');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Match case and width' }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Match case and width' }).click();
  await expect(rows).toHaveCount(1);
  await field.fill('にゅーす');
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Hiragana and katakana are the same' }).click();
  await expect(rows).toHaveCount(1);
});

for (const locale of ['en-US', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });
    test('the language of the search is explained beside it', async ({ app }) => {
      const page = await app.openDump(await writeDump(app.folder, 'harbour.txt', HARBOUR));
      await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
      await page.locator('.search-toggle').last().click();
      await expect(page.locator('.search-help')).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-${locale}.png` });
      await page.keyboard.press('Escape');
      await expect(page.locator('.search-help')).toHaveCount(0);
    });
  });
}
