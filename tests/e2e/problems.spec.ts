import { seriousViolations } from './accessibility.ts';
import { writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';

/** 300 lines of JSON of which every third is broken. */
const LINES = Array.from({ length: 300 }, (_, index) =>
  index % 3 === 2
    ? `{"id":"${index}","text":"cut off`
    : JSON.stringify({ id: String(index), text: `Bridge report ${index}`, user: 'harbourwire' }),
);

test('what could not be read is listed with its place and reason', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'posts.jsonl', `${LINES.join('\n')}\n`));
  const dialog = page.getByRole('dialog');
  // Records of nobody's format are looked at before they are opened.
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.locator('.status-bar')).toContainText('200 stories');
  await page.getByRole('button', { name: '100 problems in the dump' }).click();
  const list = dialog.getByRole('listbox', { name: 'Problems in the dump' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('option').first()).toContainText('line 3');
  await page.keyboard.press('ArrowDown');
  const open = dialog.getByRole('region', { name: 'The chosen problem' });
  await expect(open).toContainText('line 6: this is not valid JSON');
  await expect(open).toContainText('record-bad-json');
  await page.keyboard.press('End');
  await expect(open).toContainText('line 300');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy all as a table' }).click();
  await expect(dialog).toContainText('Copied');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // By the palette as well.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('problems in');
  await page.keyboard.press('Enter');
  await expect(list).toBeVisible();
});
