import { seriousViolations } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test('the sample dump is one click away, and its project comes back among the recent ones', async ({
  app,
}) => {
  let { page } = app;
  await expect(page.getByRole('heading', { name: 'Uratori 裏取り' })).toBeVisible();
  await page.getByRole('button', { name: 'Try the sample dump' }).click();
  await expect(page.locator('#stories [role="option"]').first()).toBeVisible();

  // Whoever is here for the first time is shown round: by keys alone, to what is really there, and only once.
  const tour = page.locator('dialog.tour');
  await expect(tour.getByRole('heading', { name: 'Stories' })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(tour.getByRole('heading', { name: 'The text' })).toBeVisible();
  const [ring, text] = await Promise.all(
    [tour.locator('.tour-ring'), page.locator('#reading')].map((element) => element.boundingBox()),
  );
  expect(ring).toEqual(text);
  await page.keyboard.press('ArrowLeft');
  await expect(tour.getByRole('heading', { name: 'Stories' })).toBeVisible();
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await expect(tour.getByText('F1')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tour).toHaveCount(0);
  await page.keyboard.press('F1');
  const guide = page.getByRole('dialog', { name: 'User guide' });
  await guide.getByRole('button', { name: 'The overview' }).click();
  await expect(guide.getByRole('img', { name: 'The overview of a dump' })).toBeVisible();
  expect(
    await guide
      .getByRole('img')
      .evaluateAll((images) =>
        Promise.all(images.map((image) => (image as HTMLImageElement).decode().then(() => true))),
      ),
  ).toHaveLength(5);
  expect(await seriousViolations(page)).toEqual([]);

  page = await app.restart();
  const recent = page.locator('.welcome-project');
  await expect(recent).toHaveCount(1);
  await recent.click();
  await expect(page.locator('#stories [role="option"]').first()).toBeVisible();
  await expect(page.locator('dialog.tour')).toHaveCount(0);

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
  await expect(page.locator('dialog.tour')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.tour')).toHaveCount(0);
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
