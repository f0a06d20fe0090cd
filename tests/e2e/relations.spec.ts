import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { inRepository } from './hosts/repository.ts';
import { focusText } from './reader.ts';

test('a story says what it is to others, leads to those of the dump, and back', async ({ app }) => {
  const path = join(app.folder, 'outbox.json');
  await copyFile(inRepository('tests/fixtures/dumps/mastodon/outbox.json'), path);
  const page = await app.openDump(path);
  const rows = page.locator('#stories [role="option"]');
  const reading = page.locator('#reading');
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(1).getByRole('img', { name: 'Repost' })).toBeVisible();
  await expect(rows.nth(2).getByRole('img', { name: 'Reply' })).toBeVisible();

  // One that the dump does not have leads to the web.
  await rows.nth(2).click();
  await expect(reading).toContainText('Replies to kamome');
  await expect(reading).toContainText('not in this dump');
  await expect(reading.getByRole('link', { name: /ferry\.example/ })).toBeVisible();
  await expect(reading).toContainText('Content warning');
  await expect(reading).toContainText('storm talk');
  await expect(reading).toContainText('Found in outbox.json, record 3');
  await expect(
    reading.getByRole('link', { name: 'https://social.minato.example/@shiokaze/103' }),
  ).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await rows.nth(4).click();
  await reading.getByRole('button', { name: 'Go to No. 1' }).click();
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('港の貨物');
  await expect(reading.getByRole('button', { name: 'Back to No. 5' })).toBeVisible();
  await focusText(page);
  await page.keyboard.press('b');
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('Is this right?');
  await expect(reading.getByRole('button', { name: /Back to/ })).toHaveCount(0);
});
