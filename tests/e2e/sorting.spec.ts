import { writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

/** Fictional posts in no order of date, source or length. */
const POSTS = [
  ['橋の修理費は12億円になる。', '湊日報 (@minato_nippo) April 12, 2025'],
  [
    'Harbour Bridge will close for ten months, says the city engineer, and not for six.',
    'Harbour Wire (@harbourwire) April 9, 2025',
  ],
  ['観光客は半減か。', '潮見ニュース (@shiomi_news) April 15, 2025'],
  ['The ferry is back.', 'Harbour Wire (@harbourwire) April 15, 2025'],
].map(([text, byline]) => `${text}\n— ${byline}\n本文です。`);

test('the list is sorted, the open story stays the open one, and keys follow the order', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour.txt', `${POSTS.join('\n')}\n`));
  const rows = page.locator('#stories [role="option"]');
  const selected = page.locator('#stories [aria-selected="true"]');
  const shows = async (...words: string[]) => {
    for (const [place, word] of words.entries()) await expect(rows.nth(place)).toContainText(word);
  };
  await expect(rows).toHaveCount(4);
  await focusText(page);

  // By key alone: s for the field, an arrow for the order.
  await page.keyboard.press('s');
  const field = page.getByRole('combobox', { name: 'Sort' });
  await expect(field).toBeFocused();
  await field.selectOption({ label: 'Newest first' });
  await shows('観光客', 'ferry', '修理費', 'engineer');
  await expect(selected).toContainText('修理費');
  await page.keyboard.press('j');
  await expect(selected).toContainText('engineer');
  await expect(page.locator('#reading')).toContainText('Harbour Bridge');

  await field.selectOption({ label: 'Oldest first' });
  await shows('engineer', '修理費', '観光客', 'ferry');
  await field.selectOption({ label: 'Source, A to Z' });
  await shows('engineer', 'ferry', '観光客', '修理費');
  await field.selectOption({ label: 'Longest first' });
  await shows('engineer');
  await expect(selected).toContainText('engineer');

  await page.locator('#reading').focus();
  await page.keyboard.press('Shift+g');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar')).toContainText('1 claim');
  const claimed = await page.locator('#reading h2').textContent();
  await field.selectOption({ label: 'Most annotations first' });
  await shows(claimed ?? '');
  await field.selectOption({ label: 'Dump order' });
  await shows('修理費', 'engineer', '観光客', 'ferry');
});

test('a story that a filter leaves out keeps its place among those of a sorted list', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour.txt', `${POSTS.join('\n')}\n`));
  const rows = page.locator('#stories [role="option"]');
  await expect(rows).toHaveCount(4);
  await page.getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'Newest first' });
  await page.getByRole('button', { name: 'Filter' }).click();
  await page
    .locator('#filters')
    .getByRole('checkbox', { name: /Harbour Wire/ })
    .check();
  await expect(rows).toHaveCount(2);
  // The open one, of April 12, stands between those of April 15 and April 9.
  await focusText(page);
  await page.keyboard.press('j');
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('engineer');
});
