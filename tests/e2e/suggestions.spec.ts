import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { focusText, painted } from './reader.ts';

const COSTS = '湊大橋の修理費、12億円に 市長「想定内」 https://t.co/aB3dE5fG7h';
const ANNOUNCED = '湊市は12日、老朽化した湊大橋の修理費が12億円になると発表した。';
const ESTIMATE = '当初の見込みは8億円だった。';
const SAID = '市長は記者団に「想定内であり、増税はしない」と述べた。';

const inspector = (page: Page) => page.locator('#inspector');
const suggested = (page: Page) => inspector(page).locator('.suggestion');
const words = (page: Page) => inspector(page).locator('.suggestion-words');
const heads = (page: Page) => inspector(page).locator('.annotation-head');

async function openHarbour(app: App): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await focusText(page);
  return page;
}

/** Waits for a suggestion to be painted: the one that keys are about. */
async function expectCurrent(page: Page, sentence: string): Promise<void> {
  await expect.poll(() => painted(page, 'suggestion')).toEqual([sentence]);
}

test.describe('suggestions', () => {
  test('are gone through by keys: accepted, edited, dismissed, and dismissed for good', async ({ app }) => {
    let page = await openHarbour(app);
    await expect(inspector(page).locator('.suggestions > summary')).toContainText('4');
    await expect(words(page).first()).toBeHidden();

    await page.keyboard.press('Shift+n');
    await expectCurrent(page, COSTS);
    await expect(words(page)).toHaveText([COSTS, ANNOUNCED, ESTIMATE, SAID]);
    await page.keyboard.press('Shift+p');
    await expectCurrent(page, SAID);
    await expect(inspector(page).getByRole('button', { name: /^Dismiss/ })).toBeInViewport();
    await page.keyboard.press('Shift+n');
    await page.keyboard.press('Shift+n');
    await expectCurrent(page, ANNOUNCED);
    await expect(suggested(page).nth(1)).toContainText('Amount or count 12億円');
    await expect(suggested(page).nth(1)).toContainText('Somebody stated it 発表した');
    expect(await painted(page, 'suggestion-reason')).toContain('12億円');

    await page.keyboard.press('y');
    await expect(heads(page)).toHaveCount(1);
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(ANNOUNCED);
    await expect(inspector(page).getByLabel('Claimed by')).toHaveValue('湊日報');
    await expect(words(page)).toHaveText([COSTS, ESTIMATE, SAID]);
    await expect.poll(() => painted(page, 'suggestion')).toEqual([]);
    // The claim is selected: it is rated by the next key.
    await page.keyboard.press('d');
    await expect(heads(page).first()).toContainText('disputed');

    await page.keyboard.press('Shift+n');
    await expectCurrent(page, ESTIMATE);
    await page.keyboard.press('Shift+y');
    await expect(inspector(page).getByLabel('Wording')).toBeFocused();
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(ESTIMATE);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Shift+n');
    await expectCurrent(page, SAID);
    await page.keyboard.press('z');
    await expect(words(page)).toHaveText([COSTS]);
    await expectCurrent(page, COSTS);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(words(page)).toHaveText([COSTS, SAID]);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(words(page)).toHaveText([COSTS]);

    page = await app.restart();
    await page
      .getByRole('button', { name: /harbour-250412/ })
      .first()
      .click();
    await focusText(page);
    await page.keyboard.press('Shift+n');
    await expect(words(page)).toHaveText([COSTS]);
    await inspector(page).getByText('1 dismissed').click();
    await inspector(page).getByRole('button', { name: 'Suggest again' }).click();
    await expect(words(page)).toHaveText([COSTS, SAID]);
  });

  test('come from rules that are listed with examples and turned off in the project', async ({ app }) => {
    const page = await openHarbour(app);
    await inspector(page).locator('.suggestions > summary').click();
    await words(page).first().click();
    await expectCurrent(page, COSTS);
    await expect(inspector(page).getByRole('button', { name: /^Dismiss/ })).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);

    await inspector(page).getByRole('button', { name: 'Rules…' }).click();
    const settings = page.getByRole('dialog');
    const rule = settings.getByRole('region', { name: 'Japanese' }).getByLabel('Amount or count');
    await expect(rule).toBeChecked();
    await expect(settings).toContainText('市の基金から三億二千万円が支出された。');
    expect(await seriousViolations(page)).toEqual([]);
    await rule.click();
    await expect(rule).not.toBeChecked();
    await page.keyboard.press('Escape');
    await expect(words(page)).toHaveText([COSTS, ANNOUNCED, SAID]);
    await expect(inspector(page)).not.toContainText('Amount or count');
    await focusText(page);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(words(page)).toHaveText([COSTS, ANNOUNCED, ESTIMATE, SAID]);
  });
});

test.describe('suggestions in Japanese', () => {
  test.use({ locale: 'ja-JP', colorScheme: 'dark' });

  test('give their reasons in Japanese', async ({ app }) => {
    const page = await openHarbour(app);
    await page.keyboard.press('Shift+n');
    await expectCurrent(page, COSTS);
    await expect(suggested(page).first()).toContainText('金額・人数・件数 12億円');
    expect(await seriousViolations(page)).toEqual([]);
  });
});
