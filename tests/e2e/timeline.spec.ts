import { seriousViolations } from './accessibility.ts';
import { writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';

/** 40 fictional posts, one a day from March 1 to April 9, and one without a date. */
const POSTS = [
  ...Array.from({ length: 40 }, (_, index) => {
    const [month, day] = index < 31 ? ['March', index + 1] : ['April', index - 30];
    return `Day ${index + 1} of the works.\n— Harbour Wire (@harbourwire) ${month} ${day}, 2025`;
  }),
  'A note that nobody has signed.',
].join('\n----\n');

test.beforeEach(async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'works.txt', POSTS));
  await expect(page.locator('#stories [role="option"]').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('another way');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /At a line of your own/ }).check();
  await dialog.getByRole('textbox', { name: 'The line between two stories' }).fill('----');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.locator('.list-head')).toContainText('41 stories');
  await page.locator('#reading').focus();
});

test('the timeline shows the days, and a run of them chosen by key filters the list', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('h');
  const bars = page.getByRole('listbox', { name: /Stories by day/ });
  await expect(bars).toBeFocused();
  await expect(bars.getByRole('option')).toHaveCount(40);
  await expect(page.locator('.timeline')).toContainText('Mar 1, 2025');
  await expect(bars.getByRole('option', { name: 'Mar 3, 2025: 1 story' })).toHaveCount(1);

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.list-head')).toContainText('3 stories');
  await expect(bars.getByRole('option', { selected: true })).toHaveCount(3);
  await expect(page.locator('#stories [role="option"]').first()).toContainText('Day 3');
  // Going on widens what is chosen.
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.list-head')).toContainText('4 stories');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('.list-head')).toContainText('1 story');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('.list-head')).toContainText('41 stories');
  await page.keyboard.press('h');
  await expect(bars).toHaveCount(0);
  await expect(page.locator('#stories')).toBeFocused();
});

test('days are dragged over, looked at closely and let go', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Timeline' }).click();
  const bars = page.getByRole('listbox', { name: /Stories by day/ });
  await expect(page.locator('.timeline')).toContainText('1 without a date');
  const box = (await bars.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.51));
  await page.mouse.down();
  await page.mouse.move(...at(0.6));
  await page.mouse.move(...at(0.74));
  await page.mouse.up();
  await expect(page.locator('.list-head')).toContainText('10 stories');
  await expect(page.locator('#stories [role="option"]').first()).toContainText('Day 21');

  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(bars.getByRole('option')).toHaveCount(10);
  await page.getByRole('button', { name: 'Whole dump' }).click();
  await expect(bars.getByRole('option')).toHaveCount(40);
  // A click chooses one day, the same click again lets it go.
  await page.mouse.click(...at(0.01));
  await expect(page.locator('.list-head')).toContainText('1 story');
  await page.mouse.click(...at(0.01));
  await expect(page.locator('.list-head')).toContainText('41 stories');
});

test('the timeline is there again after a restart', async ({ app }) => {
  await app.page.keyboard.press('h');
  await expect(app.page.getByRole('listbox', { name: /Stories by/ })).toBeVisible();
  const page = await app.restart([`${app.folder}/works.txt`]);
  await expect(page.getByRole('listbox', { name: /Stories by/ })).toBeVisible();
});
