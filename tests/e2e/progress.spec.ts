import { writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';

/** Fictional letters, which take some seconds to read. */
const MAILBOX = Array.from({ length: 20_000 }, (_, index) =>
  [
    'From desk@harbour.example Sat Apr 12 09:00:00 2025',
    'From: Harbour Desk <desk@harbour.example>',
    `Subject: Bridge report ${index}`,
    `Message-ID: <${index}@harbour.example>`,
    'Date: Sat, 12 Apr 2025 09:00:00 +0900',
    '',
    `The bridge carried ${index} cars.`,
    '',
    '',
  ].join('\n'),
).join('');

test('indexing is cancelled and gone on with, and what was found is readable meanwhile', async ({ app }) => {
  test.slow();
  const page = await app.openDump(await writeDump(app.folder, 'desk.mbox', MAILBOX));
  const status = page.locator('.status-bar');
  const reading = page.locator('#reading');
  await expect(reading).toContainText('carried 0 cars');
  await expect(status).toContainText('stories so far');
  await expect(status).toContainText(/B\/s, \d+ (?:second|minute)s? left/u);
  await status.getByRole('button', { name: 'Cancel' }).click();
  await expect(status).toContainText('Partly indexed');
  await reading.focus();
  await page.keyboard.press('j');
  await expect(reading).toContainText('carried 1 cars');
  await expect(page.locator('.list-head .busy')).toHaveCount(0);

  await status.getByRole('button', { name: 'Go on' }).click();
  await expect(status).toContainText('stories so far');
  // Whoever was reading goes on reading.
  await expect(reading).toContainText('carried 1 cars');
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('Bridge report 1');
  await expect(status).toContainText('20,000 stories', { timeout: 90_000 });
  await expect(status.getByRole('button', { name: /Cancel|Go on/ })).toHaveCount(0);
});
