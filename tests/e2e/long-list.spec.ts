import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test('a list of 1,000,000 stories reaches both ends', async ({ app }) => {
  test.slow();
  const path = join(app.folder, 'million.txt');
  const lines: string[] = [];
  for (let line = 1; line <= 1_000_000; line += 1) lines.push(`Report ${line}`);
  await writeFile(path, `${lines.join('\n')}\n`);
  const page = await app.openDump(path);
  // A dump without bylines is looked at first.
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.locator('.status-bar')).toContainText('1,000,000 stories', { timeout: 60_000 });

  const list = page.getByRole('listbox', { name: 'List of stories' });
  await list.focus();
  await page.keyboard.press('End');
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('Report 1000000');
  await expect(page.locator('#reading')).toContainText('Report 1000000');
  await page.keyboard.press('Home');
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('Report 1');

  // By the scroll bar, too: its end is the list's end, and its middle the list's middle.
  await list.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  await expect(page.locator('#stories [role="option"]').last()).toContainText('Report 1000000');
  await list.evaluate((element) => {
    element.scrollTop = (element.scrollHeight - element.clientHeight) / 2;
  });
  await expect(page.locator('#stories [role="option"]').nth(2)).toContainText(/Report (49999\d|50000\d)/);
  // Turning the wheel moves by rows, however long the list is.
  await list.hover();
  await page.mouse.wheel(0, 84 * 3);
  await expect(page.locator('#stories [role="option"]').nth(2)).toContainText(
    /Report (49999\d|50000\d|50001\d)/,
  );
});
