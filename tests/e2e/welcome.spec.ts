import { seriousViolations } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test('the sample dump is one click away, and its project comes back among the recent ones', async ({
  app,
}) => {
  let { page } = app;
  await expect(page.getByRole('heading', { name: 'Uratori 裏取り' })).toBeVisible();
  await page.getByRole('button', { name: 'Try the sample dump' }).click();
  await expect(page.locator('#stories [role="option"]').first()).toBeVisible();

  page = await app.restart();
  const recent = page.locator('.welcome-project');
  await expect(recent).toHaveCount(1);
  await recent.click();
  await expect(page.locator('#stories [role="option"]').first()).toBeVisible();

  page = await app.restart();
  await page.getByRole('button', { name: /^Forget/u }).click();
  await expect(page.locator('.welcome-project')).toHaveCount(0);
  page = await app.restart();
  await expect(page.getByRole('button', { name: 'Try the sample dump' })).toBeVisible();
  await expect(page.locator('.welcome-project')).toHaveCount(0);
});

test('a project that is closed is among the recent ones at once', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Try the sample dump' }).click();
  await expect(page.locator('#stories [role="option"]').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('close project');
  await page.keyboard.press('Enter');
  await expect(page.locator('.welcome-project')).toHaveCount(1);
});

test('the keys of the welcome screen work on it', async ({ app }) => {
  const { page } = app;
  await expect(page.locator('.welcome')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
});

for (const locale of ['en-US', 'ja-JP']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test('axe finds nothing serious on the welcome screen', async ({ app }) => {
        await app.page.emulateMedia({ colorScheme });
        await expect(app.page.locator('.welcome h1')).toBeVisible();
        expect(await seriousViolations(app.page)).toEqual([]);
      });
    });
  }
}
