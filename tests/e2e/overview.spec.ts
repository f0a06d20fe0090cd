import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

/** Selects a quote of the open story as a pointer would. */
async function selectText(page: Page, quote: string): Promise<void> {
  await focusText(page);
  await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll('[data-segment-text]')) {
      const node = element.firstChild as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`not in the story: ${wanted}`);
  }, quote);
  await expect(page.locator('.selection-bar')).toBeVisible();
}

async function openHarbour(app: App): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  return page;
}

async function claim(page: Page, quote: string, verdict?: 'v' | 'd'): Promise<void> {
  await selectText(page, quote);
  await page.keyboard.press('c');
  await expect(page.locator('#inspector').getByLabel('Wording')).toHaveValue(quote);
  if (!verdict) return;
  await focusText(page);
  await page.keyboard.press(verdict);
  const given = verdict === 'v' ? 'verified' : 'disputed';
  await expect(page.locator('#inspector .annotation-head').getByText(given).first()).toBeVisible();
}

const panel = (page: Page, name: RegExp) =>
  page.locator('#overview').getByRole('region', { name, exact: true });

test('the overview counts verdicts, progress and work, and every number leads to its stories', async ({
  app,
}) => {
  const page = await openHarbour(app);
  await claim(page, '増税はしない', 'd');
  await claim(page, '当初の見込みは8億円だった', 'd');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
  await claim(page, 'Why the bridge must close', 'v');

  await page.keyboard.press('o');
  const overview = page.locator('#overview');
  await expect(overview.getByRole('heading', { name: 'Overview of harbour-250412.txt' })).toBeVisible();
  await expect(panel(page, /Verdicts: 3 claims/)).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  // The keys of stories do nothing here.
  await page.keyboard.press('v');
  const sources = panel(page, /Verdicts by source/);
  await sources.getByRole('button', { name: 'Table' }).click();
  await expect(sources.getByRole('row')).toHaveText([
    /Source\s*verified\s*disputed\s*In all/,
    /湊日報\s*0\s*2\s*2/,
    /Harbour Wire\s*1\s*0\s*1/,
  ]);
  await sources
    .getByRole('button', { name: '湊日報, disputed: 2 claims in 1 story. Show the stories' })
    .click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: '湊日報' })).toBeVisible();
  await expect(page.getByText('Picked out: 1 story')).toBeVisible();
  await page.getByRole('button', { name: 'Show other stories as well' }).click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Overview');
  await page.keyboard.press('Enter');
  await panel(page, /Progress: 3 stories/)
    .getByRole('button', { name: 'unread: 3. Show the stories' })
    .click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await expect(page.locator('#overview')).toHaveCount(0);

  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('#reading')).toBeVisible();
});

test('history goes back to before, for a story and for the project, and undo takes that back', async ({
  app,
}) => {
  let page = await openHarbour(app);
  await claim(page, '増税はしない', 'd');
  await claim(page, '当初の見込みは8億円だった');
  await page.keyboard.press('Alt+5');
  const panelOf = page.locator('#inspector');
  await expect(panelOf.locator('.history > li')).toHaveCount(3);
  await panelOf
    .getByRole('button', { name: /: this story as it was/ })
    .first()
    .click();
  await expect(panelOf.getByRole('status')).toContainText('Undo takes this back');
  await expect(page.locator('.status-bar .claims')).toContainText(/^1 claim(?!s)/);
  await expect(panelOf.locator('.history > li').first()).toContainText('Claim removed');

  // It is there after a restart, with what was gone in its own words.
  page = await app.restart();
  await page
    .getByRole('button', { name: /harbour-250412/ })
    .first()
    .click();
  await focusText(page);
  await page.keyboard.press('Shift+h');
  const dialog = page.getByRole('dialog', { name: /^History of/ });
  await expect(dialog.locator('.history > li').first()).toContainText('当初の見込みは8億円だった');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog
    .locator('.history > li')
    .filter({ hasText: 'Verdict given' })
    .getByRole('button', { name: /: the project as it was/ })
    .click();
  await expect(dialog.getByRole('status')).toContainText('already');
  await dialog
    .locator('.history > li')
    .filter({ hasText: 'Claim made' })
    .first()
    .getByRole('button', { name: /: the project as it was/ })
    .click();
  await expect(dialog.getByRole('status')).toContainText('Undo takes this back');
  await page.keyboard.press('Escape');
  await expect(page.locator('.status-bar .claims')).toContainText(/^2 claims/);
  await focusText(page);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.status-bar .claims')).toContainText(/^1 claim(?!s)/);
});

test('a story is read from top to bottom, with its keys turned; a scale of the project’s own keeps its verdicts', async ({
  app,
}) => {
  const page = await openHarbour(app);
  await claim(page, '増税はしない', 'd');
  await focusText(page);
  await page.keyboard.press('Shift+v');
  const reading = page.locator('#reading');
  await expect(reading).toHaveCSS('writing-mode', 'vertical-rl');
  // Down is along the line: the next words; what is selected there makes a claim.
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.selection-bar')).toBeVisible();
  const bar = await page.locator('.selection-bar').boundingBox();
  const view = await reading.boundingBox();
  if (!bar || !view) throw new Error('both are in sight');
  expect(bar.x).toBeGreaterThanOrEqual(view.x);
  expect(bar.y + bar.height).toBeLessThanOrEqual(view.y + view.height + 1);
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar .claims')).toContainText(/^2 claims/);
  // The next page of lines is to the left.
  const scrolled = () => reading.evaluate((element) => element.scrollLeft);
  const before = await scrolled();
  await reading.hover();
  await page.mouse.wheel(0, 200);
  await expect.poll(scrolled).toBeLessThanOrEqual(before);
  // Columns beside each other are read across.
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
  await expect(reading).toHaveCSS('writing-mode', 'horizontal-tb');

  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Serif (mincho)').check();
  await expect(page.locator('html')).toHaveAttribute('data-reading-font', 'serif');
  await dialog.getByRole('tab', { name: 'Rating scale' }).click();
  await dialog.getByRole('button', { name: 'Edit as a scale of this project…' }).click();
  await dialog.getByLabel('Scale, Japanese').fill('湊支局の基準');
  await dialog.getByRole('button', { name: 'Add a rating' }).click();
  await dialog.getByLabel('Name, English').last().fill('half true');
  await dialog.getByLabel('Comes to').last().selectOption('disputed');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change the scale' }).click();
  await expect(dialog.getByText('half true')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.locator('.status-bar .claims')).toContainText(/^2 claims/);
  await page.keyboard.press('k');
  await expect(page.locator('#inspector .annotation-head').getByText('disputed').first()).toBeVisible();
});
