import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { inRepository } from './hosts/repository.ts';
import { focusText } from './reader.ts';

const MEMO = 'A memo about the ferry.\nIt has two lines.\n\nA second paragraph 🌉.\n\n三つ目の段落。\n';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('dialog') !== null);

async function openHarbour(app: { folder: string; openDump(path: string): Promise<Page> }): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  return page;
}

/** A claim on the sentence that the reading view begins with. */
async function makeClaim(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar')).toContainText('1 claim');
}

test('a dump without bylines is split as the person chooses, with the stories shown before', async ({
  app,
}) => {
  const page = await app.openDump(await writeDump(app.folder, 'memo.txt', MEMO));
  const dialog = page.getByRole('dialog', { name: 'Open memo.txt' });
  await expect(dialog.getByRole('status')).toContainText('3 stories in the whole dump');
  await expect(dialog.getByRole('radio', { name: 'At blank lines' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'At blank lines' })).toBeFocused();
  await expect(dialog.getByText('suggested')).toBeVisible();

  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'At every line' })).toBeChecked();
  await expect(dialog.getByRole('status')).toContainText('4 stories');

  // Arrow keys pass over the rules and stay among them; a click means one.
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'At a line of your own' })).toBeFocused();
  await dialog.getByRole('radio', { name: 'At a pattern of your own' }).check();
  const open = dialog.getByRole('button', { name: 'Open' });
  await expect(open).toBeDisabled();
  const pattern = dialog.getByRole('textbox');
  await expect(pattern).toBeFocused();
  await pattern.fill('(');
  await expect(pattern).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.locator('.field-problem')).toContainText('(');
  await expect(open).toBeDisabled();
  await pattern.fill('^(A|三)');
  await expect(dialog.getByRole('status')).toContainText('3 stories');
  await expect(dialog.locator('.split-lead')).toContainText([
    'A memo about the ferry.',
    'A second',
    '三つ目',
  ]);
  await page.keyboard.press('Enter');

  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('an open dump is read in another way, beginning with the one in use', async ({ app }) => {
  const page = await app.openDump(await writeDump(app.folder, 'memo.txt', MEMO));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('another way');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Read memo.txt in another way' });
  await expect(dialog.getByRole('radio', { name: 'At blank lines' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Nowhere' }).check();
  await expect(dialog.getByRole('status')).toContainText('1 story');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(1);
});

test('a changed dump is shown for confirmation, and nothing moves before', async ({ app }) => {
  let page = await openHarbour(app);
  await makeClaim(page);
  await expect(page.locator('#inspector')).toContainText('湊大橋の修理費');

  const changed = HARBOUR.replace('湊大橋の修理費、12億円に', '速報：湊大橋の修理費、12億円に').replace(
    '8億円',
    '9億円',
  );
  const path = await writeDump(app.folder, 'harbour-250412.txt', changed);
  await app.close();
  await writeFile(path, changed);
  page = await app.restart();
  await page.locator('.welcome-project').first().click();

  const dialog = page.getByRole('dialog', { name: 'harbour-250412.txt has changed' });
  await expect(dialog).toContainText('1 story of this dump has annotations');
  await expect(dialog).toContainText('Found by its byline and words');
  await expect(dialog.locator('ins')).toContainText(['速報']);
  await expect(dialog.getByRole('button', { name: 'Accept', exact: true })).toBeFocused();
  await dialog.getByRole('button', { name: 'Later' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'The dump has changed' }).click();

  await dialog.getByRole('button', { name: 'Accept the moved quote of this story' }).click();
  await expect(dialog).toContainText('Everything in this story has its place.');
  await dialog.getByRole('button', { name: 'Take the dump as it is now' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'The dump has changed' })).toHaveCount(0);
  await expect(page.locator('.status-bar')).toContainText('1 claim');
});

test('the palette finds commands, claims and stories, and does what is chosen', async ({ app }) => {
  const page = await openHarbour(app);
  await makeClaim(page);
  await page.keyboard.press('Control+k');
  const query = page.getByRole('combobox', { name: 'Find a command, tag, claim or story' });
  await expect(query).toBeFocused();
  await query.fill('修理費');
  await expect(page.getByRole('group', { name: 'Claims' }).getByRole('option')).toHaveCount(1);
  await query.fill('Harbour Bridge');
  await expect(page.getByRole('group', { name: 'Stories', exact: true }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await query.fill('all keys');
  await expect(page.getByRole('option', { name: 'All keys' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('the palette leaves Enter to an input method that composes', async ({ app }) => {
  test.skip(app.host === 'electron', 'composition is driven through the browser’s own protocol');
  const page = await openHarbour(app);
  await page.keyboard.press('Control+k');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'みなと', selectionStart: 3, selectionEnd: 3 });
  await client.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await client.send('Input.insertText', { text: '湊大橋の修理費' });
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toHaveValue('湊大橋の修理費');
  await expect(page.getByRole('group', { name: 'Stories', exact: true }).getByRole('option')).toHaveCount(1);
});

test('the export dialog counts what will be in the report', async ({ app }) => {
  const page = await openHarbour(app);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  await focusText(page);
  await makeClaim(page);
  await page.keyboard.press('Control+e');
  await expect(dialog.getByRole('button', { name: 'Export 1 story' })).toBeEnabled();
  await dialog.getByRole('radio', { name: 'Those that the list shows now' }).check();
  await expect(dialog.getByRole('button', { name: 'Export 1 story' })).toBeEnabled();
  await dialog.getByRole('radio', { name: 'Chosen one by one' }).check();
  await dialog.getByRole('button', { name: 'Select none' }).click();
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await expect(dialog.getByRole('button', { name: 'Export 1 story' })).toBeEnabled();
  // Formats for other tools say what they cannot carry before anything is written.
  await dialog.getByRole('radio', { name: 'CSV tables' }).check();
  await expect(dialog).toContainText('cannot carry: the formatting of what you wrote');
  await dialog.getByRole('radio', { name: 'doccano' }).check();
  await expect(dialog.getByRole('radio', { name: 'doccano' })).toHaveAccessibleDescription(
    /cannot carry: .*the rationale, evidence/u,
  );
  expect(await seriousViolations(page)).toEqual([]);
});

test('a report is laid out and signed as the last one was', async ({ app }) => {
  const page = await openHarbour(app);
  await focusText(page);
  await makeClaim(page);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('radio', { name: 'A page a claim' }).check();
  await dialog.getByLabel('Language of the report').selectOption({ label: 'English + 日本語' });
  await dialog.getByLabel('Signed by').fill('青木, desk');
  const picture = dialog.locator('input[type=file]');
  await picture.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(dialog.getByRole('alert')).toContainText('neither a PNG nor a JPEG');
  await picture.setInputFiles(inRepository('resources/icons/32x32.png'));
  await expect(dialog.getByRole('img', { name: 'The chosen logo' })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  if (app.host === 'web') {
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export 1 story' }).click();
    const report = await readFile(await (await downloading).path(), 'utf8');
    expect(report).toContain('青木, desk');
    expect(report).toContain('data:image/png;base64,');
    await page.getByRole('button', { name: 'Export another' }).click();
  } else {
    await app.electron?.evaluate(
      ({ dialog: ours }, filePath) => {
        ours.showSaveDialog = async () => ({ canceled: false, filePath });
      },
      join(app.folder, 'report.html'),
    );
    await dialog.getByRole('button', { name: 'Export 1 story' }).click();
    await page.getByRole('button', { name: 'Export another' }).click();
    expect(await readFile(join(app.folder, 'report.html'), 'utf8')).toContain('data:image/png;base64,');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+e');
  await expect(dialog.getByRole('radio', { name: 'A page a claim' })).toBeChecked();
  await expect(dialog.getByLabel('Signed by')).toHaveValue('青木, desk');
  await expect(dialog.getByRole('img', { name: 'The chosen logo' })).toBeVisible();
});

test('a review without a name asks for one, then goes on', async ({ app }) => {
  const page = await openHarbour(app);
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: 'Who is reviewing?' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('青木');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.status-bar')).toContainText('青木');
  await expect(page.locator('.reading-pane select')).toHaveValue('reviewed');
});

test('the focus goes into a dialog, stays there and comes back', async ({ app }) => {
  const page = await openHarbour(app);
  for (const keys of ['Control+k', '?', 'Control+,', 'Control+e']) {
    await focusText(page);
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement === document.querySelector('#reading'))).toBe(
        false,
      );
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('#reading')).toBeFocused();
    expect(await focused(page)).toBe(false);
  }
});

for (const locale of ['en-US', 'ja-JP']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test('axe finds nothing serious in the dialogs, also in a narrow window', async ({ app }) => {
        const page = await app.openDump(await writeDump(app.folder, 'memo.txt', MEMO));
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('.split-stories li')).toHaveCount(3);
        expect(await seriousViolations(page)).toEqual([]);
        await page.locator('.dialog footer .primary').click();
        await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
        for (const width of [1200, 400]) {
          await page.setViewportSize({ width, height: 700 });
          for (const keys of ['Control+k', '?', 'Control+,', 'Control+e']) {
            await focusText(page);
            await page.keyboard.press(keys);
            await expect(page.getByRole('dialog')).toBeVisible();
            expect(await seriousViolations(page), `${keys} at ${width} px`).toEqual([]);
            const wide = await page.evaluate(() =>
              [...document.querySelectorAll('dialog, dialog > .body')].some(
                (element) => element.scrollWidth > element.clientWidth + 1,
              ),
            );
            expect(wide, `${keys} scrolls sideways at ${width} px`).toBe(false);
            await page.keyboard.press('Escape');
            await expect(page.getByRole('dialog')).toHaveCount(0);
          }
        }
      });
    });
  }
}
