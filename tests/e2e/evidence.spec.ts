import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { valueFromPage } from './hosts/contract.ts';
import { focusText } from './reader.ts';

const inspector = (page: Page) => page.locator('#inspector');
const entries = (page: Page) => inspector(page).locator('.evidence-panel .annotation-head');

async function openHarbour(app: App): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await focusText(page);
  return page;
}

async function selectText(page: Page, quote: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll('[data-segment-text]')) {
      const node = element.firstChild as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      (document.getElementById('reading') as HTMLElement).focus();
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`not in the story: ${wanted}`);
  }, quote);
  await expect(page.locator('.selection-bar')).toBeVisible();
}

async function makeClaim(page: Page, quote: string): Promise<void> {
  await selectText(page, quote);
  await page.keyboard.press('c');
  await expect(inspector(page).getByLabel('Wording')).toHaveValue(quote);
}

/** What a clipboard holds, pasted where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

/** A file that lies on the disk, dropped as a person would. */
async function dropOnPanel(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'picked';
    document.body.append(field);
  });
  await page.setInputFiles('#picked', path);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#picked') as HTMLInputElement;
    // A simulated file, as some hosts give it, goes into no real transfer.
    const [file] = field.files ?? [];
    field.remove();
    const dataTransfer = { types: ['Files'], files: [file], dropEffect: 'none', getData: () => '' };
    const panel = document.querySelector('.evidence-panel') as HTMLElement;
    for (const type of ['dragover', 'drop']) {
      const event = new Event(type, { bubbles: true, cancelable: true });
      panel.dispatchEvent(Object.assign(event, { dataTransfer }));
    }
  });
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousViolations(page)).toEqual([]);
}

async function nameReviewer(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Who is reviewing?' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('an address, an archived copy and a file become evidence where they are pasted or dropped', async ({
  app,
}) => {
  const page = await openHarbour(app);
  await makeClaim(page, '修理費が12億円になる');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+4');

  await paste(page, 'https://minato.example/budget');
  await expect(entries(page)).toHaveCount(1);
  await expect(inspector(page).getByLabel('Address')).toHaveValue('https://minato.example/budget');
  await expect(inspector(page).getByLabel('Stance')).toBeFocused();

  await paste(page, 'https://web.archive.org/web/20250412093015/https://minato.example/bridge');
  await expect(entries(page)).toHaveCount(2);
  await expect(inspector(page).getByLabel('Address')).toHaveValue('https://minato.example/bridge');
  await expect(inspector(page).getByLabel('Captured')).toHaveValue('2025-04-12T09:30:15Z');
  await inspector(page).getByLabel('Reliability').fill('The city’s own page');

  // Typed into its field, a copy is known for what it is as well.
  const address = inspector(page).getByLabel('Address');
  await address.fill('https://megalodon.jp/2025-0413-0900-00/https://minato.example:443/ferry');
  await address.press('Enter');
  await inspector(page).getByRole('button', { name: 'Fill them in' }).click();
  await expect(inspector(page).getByLabel('Captured')).toHaveValue('2025-04-13T00:00:00Z');
  await expect(address).toHaveValue('https://minato.example/ferry');

  const path = join(app.folder, 'estimate.txt');
  await writeFile(path, 'Repairs: 12 oku');
  await dropOnPanel(page, path);
  await expect(entries(page)).toHaveCount(3);
  await expect(inspector(page).locator('.evidence-file-state')).toHaveText(/Copy kept/);
  await expectAccessible(page);
  const { file } = (await valueFromPage(page, 'workbench.start', {})).session ?? { file: '' };
  const [kept = ''] = await readdir(`${file}.files`);
  expect(kept).toMatch(/^[0-9a-f]{64}-estimate\.txt$/u);
  expect(await readFile(join(`${file}.files`, kept), 'utf8')).toBe('Repairs: 12 oku');

  // Gone from its folder, it says so.
  await rm(join(`${file}.files`, kept));
  await entries(page).nth(2).click();
  await entries(page).nth(2).click();
  await expect(inspector(page).locator('.evidence-file-state')).toHaveText(/missing/);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(entries(page)).toHaveCount(2);
});

test('words of another story become evidence, by key and by copying them, and lead back', async ({ app }) => {
  const page = await openHarbour(app);
  await makeClaim(page, '修理費が12億円になる');
  await focusText(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
  await selectText(page, 'ten months, not six');
  await page.keyboard.press('Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Evidence for which claim?' });
  await expect(dialog.getByRole('option')).toHaveText(/修理費が12億円になる/);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Alt+4');
  await expect(inspector(page).locator('.quoted-elsewhere')).toContainText('修理費が12億円になる');

  await selectText(page, 'city engineer');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const copy = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('#reading')?.dispatchEvent(copy);
    (window as unknown as { copied: DataTransfer }).copied = clipboardData;
  });
  await inspector(page).locator('.quoted-elsewhere').getByRole('button').click();
  await expect(page.getByRole('heading', { name: '湊日報' })).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(entries(page)).toHaveCount(1);
  await page.evaluate(() => {
    const clipboardData = (window as unknown as { copied: DataTransfer }).copied;
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(entries(page)).toHaveCount(2);
  await expect(inspector(page).getByLabel('Quote from the source')).toHaveValue('city engineer');
  await expect(inspector(page).getByLabel('Publisher')).toHaveValue('Harbour Wire');
  await inspector(page).getByRole('button', { name: 'Go to these words' }).click();
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('hit-current') ?? [])].map((range) =>
        range.startContainer.textContent?.slice(range.startOffset, range.endOffset),
      ),
    );
  await expect.poll(marked).toEqual(['city engineer']);
});

test('a verdict has a history, is flagged, and is signed off by a second person', async ({ app }) => {
  let page = await openHarbour(app);
  const review = page.locator('.reading-pane select');
  const history = () => inspector(page).getByRole('region', { name: 'History of the verdict' });
  await makeClaim(page, '修理費が12億円になる');
  await focusText(page);
  await page.keyboard.press('v');
  await expect(history().getByRole('listitem')).toHaveText(/No rating.*verified.*without a name/s);
  await history().getByRole('button', { name: 'Sign with my name…' }).click();
  await nameReviewer(page, 'Mori Aoi');
  await expect(history().getByRole('listitem')).toContainText('Mori Aoi');
  await focusText(page);
  await page.keyboard.press('d');
  await expect(history().getByRole('listitem')).toHaveCount(2);
  await history().getByLabel('Why this verdict now?').fill('The budget says 9');
  await expect(history().getByRole('listitem').first()).toHaveText(
    /verified.*disputed.*Mori Aoi.*The budget says 9/s,
  );
  await expect(inspector(page).locator('.claim-flag')).toHaveText([/no evidence/, /no rationale/]);
  await expectAccessible(page);

  await focusText(page);
  await page.keyboard.press('Shift+X');
  const dialog = page.getByRole('dialog', { name: 'Before this story is signed off' });
  await expect(dialog).toContainText('Mori Aoi cannot sign off this story yet');
  await expect(dialog.getByRole('button', { name: 'Sign off', exact: true })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'no evidence' })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'no rationale' }).click();
  await expect(inspector(page).getByRole('textbox', { name: 'Rationale' })).toBeFocused();
  await page.keyboard.type('Nine, says the budget.');
  await expect(inspector(page).locator('.claim-flag')).toHaveText([/no evidence/]);

  await focusText(page);
  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Another person signs…' }).click();
  await nameReviewer(page, 'Ito');
  await expect(dialog).toContainText('Ito can sign off all the same');
  await dialog.getByRole('button', { name: 'Sign off', exact: true }).click();
  await expect(review).toHaveValue('signed-off');
  await expect(page.locator('.review-trail')).toContainText('Ito');

  // A verdict that was signed off is not changed without a word.
  await focusText(page);
  await page.keyboard.press('v');
  await expect(page.getByRole('dialog', { name: 'Reopen this story?' })).toContainText('Ito');
  await page.keyboard.type('A new document');
  await page.keyboard.press('Enter');
  await expect(history().getByRole('listitem')).toHaveCount(3);
  await expect(review).toHaveValue('in-progress');
  await expect(page.locator('.review-trail summary')).toContainText('A new document');

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('tab', { name: 'Sign-off' }).click();
  const rule = page.getByRole('group', { name: /A verdict without evidence/ });
  await rule.getByRole('radio', { name: 'is fine' }).click();
  await expect(rule.getByRole('radio', { name: 'is fine' })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(inspector(page).locator('.claim-flag')).toHaveCount(0);

  page = await app.restart();
  await page
    .getByRole('button', { name: /harbour-250412/ })
    .first()
    .click();
  await page.locator('.review-trail summary').click();
  await expect(page.getByRole('list', { name: 'Earlier states' }).getByRole('listitem')).toHaveText([
    /Signed off.*Ito/s,
  ]);
  await inspector(page).locator('.annotation-head').first().click();
  await expect(history().getByRole('listitem')).toHaveCount(3);
});
