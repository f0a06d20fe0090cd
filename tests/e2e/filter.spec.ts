import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { focusText } from './reader.ts';

test('the list is narrowed down by source, language, review, verdict and tag', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  const rows = page.locator('#stories [role="option"]');
  await expect(rows).toHaveCount(3);
  await focusText(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('d');
  await expect(page.locator('.status-bar').getByRole('img', { name: 'disputed' })).toBeVisible();
  await page.keyboard.press('t');
  await page.getByRole('dialog').getByRole('combobox').first().fill('money');
  await page.keyboard.press('Enter');
  await expect(page.locator('#stories').getByText('money')).toBeVisible();
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Filter' }).click();
  const filters = page.locator('#filters');
  const only = async (name: RegExp, expected: string[]) => {
    const choice = filters.getByRole('checkbox', { name });
    await choice.check();
    await expect(rows).toHaveCount(expected.length);
    for (const [place, source] of expected.entries()) await expect(rows.nth(place)).toContainText(source);
    await choice.uncheck();
    await expect(rows).toHaveCount(3);
  };
  await only(/Harbour Wire/, ['Harbour Wire']);
  await only(/Japanese/, ['湊日報', '潮見ニュース']);
  await only(/^English/, ['Harbour Wire']);
  await only(/Unread/, ['湊日報', 'Harbour Wire', '潮見ニュース']);
  await only(/disputed/, ['湊日報']);
  await only(/money/, ['湊日報']);
  await only(/Only stories with annotations/, ['湊日報']);

  // Two of a group let either pass; two groups have to pass both.
  await filters.getByRole('checkbox', { name: /Harbour Wire/ }).check();
  await filters.getByRole('checkbox', { name: /湊日報/ }).check();
  await expect(rows).toHaveCount(2);
  await filters.getByRole('checkbox', { name: /^English/ }).check();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(rows).toHaveCount(3);
});
