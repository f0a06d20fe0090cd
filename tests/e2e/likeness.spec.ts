import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

const BRIDGE = 'https://minato.example/news/bridge';
const REPORT = (cost: string) =>
  `【速報】港湾局は12日、港大橋の修復費が${cost}に上ると発表した。市長は全額を国が負担すると述べた。`;
const DUMP = `${REPORT('200億ドル')} ${BRIDGE}
— 湊ニュース (@minato_news) April 12, 2025
工事は来年の春に始まり、通行止めは半年続く見通しだ。
図書館の移転が来年の春に決まり、新しい建物の設計が始まることになった
— 青葉新報 (@aoba) April 12, 2025
${REPORT('20億ドル')}
— 北浜通信 (@kitahama) April 11, 2025
工事は来年の春に始まり、通行止めは半年続く見通しだ。
まったく違う。橋は無傷で、修復の予定など聞いていないと市長は話している ${BRIDGE}?utm_source=x
— 白瀬タイムズ (@shirase) April 13, 2025
${REPORT('200億ドル')}
— 千鳥テレビ (@chidori) April 13, 2025
工事は来年の春に始まり、通行止めは一年続く見通しだ。
`;

async function opened(app: { folder: string; openDump(path: string): Promise<Page> }): Promise<Page> {
  const path = join(app.folder, 'alike.txt');
  await writeFile(path, DUMP);
  const page = await app.openDump(path);
  await focusText(page);
  await expect(
    page.locator('#reading').getByRole('button', { name: /Also reported by 2 others/ }),
  ).toBeVisible();
  return page;
}

async function select(page: Page, quote: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll('[data-segment-text]')) {
      const node = element.firstChild as Text;
      const at = node.data.indexOf(wanted);
      if (at >= 0) return document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`not in the story: ${wanted}`);
  }, quote);
}

test('who else reports a story, and what differs word by word', async ({ app }) => {
  const page = await opened(app);
  await expect(page.locator('#reading')).toContainText('Same link, different words: 1');
  await page.keyboard.press('Shift+d');
  const dialog = page.getByRole('dialog', { name: 'The same story elsewhere' });
  const items = dialog.locator('.similar-item');
  await expect(items).toHaveCount(3);
  // The earliest first.
  await expect(items.nth(0)).toContainText('北浜通信');
  await expect(items.nth(0)).toContainText('1 figure differs');
  await expect(items.nth(0)).toHaveAttribute('aria-current', 'true');
  const beside = dialog.locator('.similar-beside');
  await expect(beside.locator('.similar-figures')).toHaveText('修復費…ドル 200億 20億');
  await expect(beside.locator('.similar-texts del')).toContainText(['200']);
  await expect(beside.locator('.similar-texts ins')).toContainText(['20']);
  expect(await seriousViolations(page)).toEqual([]);

  // By key from one to the next; those that cite the same link come behind.
  await items.nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(beside.getByRole('heading', { name: '千鳥テレビ' }).first()).toBeVisible();
  await expect(beside.locator('.similar-texts ins')).toContainText(['一年']);
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('heading', { name: 'Same link, different words: 1' })).toBeVisible();
  await expect(beside.getByRole('heading', { name: '白瀬タイムズ' }).first()).toBeVisible();
  await beside.getByRole('button', { name: 'Go to No. 4' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('まったく違う');
  await expect(page.locator('#reading').getByRole('button', { name: 'Back to No. 1' })).toBeVisible();
});

test('a verdict is carried to the others one by one, each after a look at the words there', async ({
  app,
}) => {
  const page = await opened(app);
  await select(page, '港大橋の修復費が200億ドルに上る');
  await page.keyboard.press('c');
  await page.keyboard.press('d');
  const claims = page.locator('#inspector .annotation[data-kind="claim"]');
  await expect(claims).toContainText('disputed');
  await page.locator('#reading').focus();
  await page.keyboard.press('Shift+c');
  const dialog = page.getByRole('dialog', { name: 'The same story elsewhere' });
  const passage = dialog.locator('.similar-passage');
  await expect(passage).toContainText('“disputed”');
  await expect(passage.locator('mark')).toHaveText('港大橋の修復費が20億ドルに上る');
  await expect(passage.locator('del')).toHaveText('200');

  // Another figure: skipped. The next says the same: carried.
  await passage.getByRole('button', { name: 'Skip to the next' }).focus();
  await page.keyboard.press('Enter');
  await expect(passage.locator('mark')).toHaveText('港大橋の修復費が200億ドルに上る');
  await expect(passage.getByRole('button', { name: 'Carry the verdict over' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(passage.getByRole('status')).toHaveText('The verdict stands on that story now.');
  await expect(passage.getByRole('button', { name: 'Go on to the next' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Go to No. 5' }).click();
  await expect(claims).toHaveCount(1);
  await expect(claims).toContainText('disputed');
  await claims.getByRole('button').first().click();
  await expect(claims).toContainText('Taken over from 湊ニュース.');

  // One step of undo takes it away, and nothing else.
  await page.locator('#reading').focus();
  await page.keyboard.press('Control+z');
  await expect(claims).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(claims).toHaveCount(1);
});

test('the search field finds what has near-duplicates', async ({ app }) => {
  const page = await opened(app);
  const rows = page.locator('#stories [role="option"]');
  await page.keyboard.press('/');
  await page.keyboard.type('has:similar');
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('has:contrast 無傷');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('まったく違う');
});
