import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { CDPSession, Page } from 'playwright/test';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { launchChromium } from './hosts/chromium.ts';
import { valueFromPage } from './hosts/contract.ts';
import { startServer, stopServer } from './hosts/web.ts';
import { focusText } from './reader.ts';

/** Selects a quote of the open story as a pointer would. */
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

async function openHarbour(app: App): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await expect(page.locator('[data-segment-text]').first()).toBeVisible();
  await focusText(page);
  return page;
}

async function reopen(app: App): Promise<Page> {
  const page = await app.restart();
  await page
    .getByRole('button', { name: /harbour-250412/ })
    .first()
    .click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  return page;
}

async function makeClaim(page: Page, quote: string): Promise<void> {
  await selectText(page, quote);
  await page.keyboard.press('c');
  await expect(inspector(page).getByLabel('Wording')).toHaveValue(quote);
}

async function step(page: Page, key: 'j' | 'k', source: string): Promise<void> {
  await focusText(page);
  await page.keyboard.press(key);
  await expect(page.getByRole('heading', { name: source })).toBeVisible();
}

const inspector = (page: Page) => page.locator('#inspector');
const tab = (page: Page, name: RegExp) => inspector(page).getByRole('tab', { name });
const heads = (page: Page) => inspector(page).locator('.annotation-head');
const isFocused = (page: Page, id: string) => page.evaluate((id) => document.activeElement?.id === id, id);

/** An input method at work, as the browser's own protocol plays it. */
async function inputMethod(page: Page) {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const press = (key: string) =>
    devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 });
  return {
    /** Shows words that are not decided yet. */
    compose: async (text: string) => {
      await press('Process');
      await devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    /** The Enter that belongs to the input method, and the words that it leaves. */
    decide: async (text: string) => {
      await press('Enter');
      await devtools.send('Input.insertText', { text });
    },
    /** A key that the input method takes for itself. */
    press,
  };
}

test.describe('claims', () => {
  test('what is written about a claim is there after reopening', async ({ app }) => {
    let page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    const wording = inspector(page).getByLabel('Wording');
    await page.keyboard.press('i');
    await expect(wording).toBeFocused();
    await page.keyboard.type('市長は増税しないと述べた');
    await page.keyboard.press('Tab');
    await expect(inspector(page).getByLabel('Claimed by')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('市長');
    await page.keyboard.press('Escape');
    expect(await isFocused(page, 'reading')).toBe(true);

    await inspector(page).getByRole('radio', { name: 'disputed' }).click();
    await expect(heads(page).first()).toContainText('disputed');

    await inspector(page).getByRole('textbox', { name: 'Rationale' }).focus();
    await page.keyboard.type('The budget ');
    await page.keyboard.press('ControlOrMeta+b');
    await page.keyboard.type('rises');
    await page.keyboard.press('ControlOrMeta+b');
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('button', { name: 'Bulleted list' }).click();
    await page.keyboard.type('twice ');
    await inspector(page).getByRole('button', { name: 'Link', exact: true }).click();
    await page.keyboard.type('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('alert')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('example.org/budget');
    await page.keyboard.press('Enter');
    await expect(inspector(page).locator('.rich-text-input a')).toHaveAttribute(
      'href',
      'https://example.org/budget',
    );
    await page.keyboard.press('ControlOrMeta+Enter');

    page = await reopen(app);
    await heads(page).first().click();
    await expect(inspector(page).getByLabel('Wording')).toHaveValue('市長は増税しないと述べた');
    await expect(inspector(page).getByLabel('Claimed by')).toHaveValue('市長');
    await expect(inspector(page).getByRole('radio', { name: 'disputed' })).toBeChecked();
    const rationale = inspector(page).getByRole('textbox', { name: 'Rationale' });
    await expect(rationale.locator('p')).toHaveText('The budget rises');
    await expect(rationale.locator('strong')).toHaveText('rises');
    await expect(rationale.locator('ul li')).toHaveText('twice https://example.org/budget');
    await expect(rationale.locator('ul a')).toHaveAttribute('href', 'https://example.org/budget');
  });

  test('passing over a rating with the arrow keys does not give it', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    const radio = (name: string) => inspector(page).getByRole('radio', { name });
    await radio('No rating').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(radio('disputed')).toBeFocused();
    await expect(radio('No rating')).toBeChecked();
    await page.keyboard.press('Space');
    await expect(radio('disputed')).toBeChecked();
    await expect(page.locator('#reading')).toBeVisible();
  });

  test('all claims of the story are listed in the order of the text', async ({ app }) => {
    const page = await openHarbour(app);
    for (const quote of ['増税はしない', '12億円になると発表した', '2026年3月']) await makeClaim(page, quote);
    await expect(heads(page)).toHaveCount(3);
    const words = (await heads(page).allInnerTexts()).map((text) => text.split('\n')[1]);
    expect(words).toEqual(['12億円になると発表した', '増税はしない', '2026年3月']);
    await heads(page).nth(0).focus();
    await page.keyboard.press('ArrowDown');
    await expect(heads(page).nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heads(page).nth(1)).toHaveAttribute('aria-expanded', 'true');
    await expect(heads(page).nth(2)).toHaveAttribute('aria-expanded', 'false');
  });

  test('of several quotes each can be taken off, the last one not', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    await selectText(page, '2026年3月');
    await page.keyboard.press('a');
    const off = inspector(page).getByRole('button', { name: /off this claim/ });
    await expect(off).toHaveCount(2);
    await off.first().click();
    await expect(off).toHaveCount(0);
    await expect(inspector(page).locator('.anchors .quote')).toHaveText('2026年3月');
  });
});

test.describe('words that are just being written', () => {
  test('are saved after a rest, and before another story is shown', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    const wording = inspector(page).getByLabel('Wording');
    await wording.fill('saved by resting');
    await expect(heads(page).first()).toContainText('saved by resting');
    await wording.fill('saved by leaving');
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('#stories [role="option"]')[1]?.click());
    await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
    await step(page, 'k', '湊日報');
    await expect(heads(page).first()).toContainText('saved by leaving');
  });

  test('are saved when the program is ended while they are written', async ({ app }) => {
    let page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    await inspector(page).getByLabel('Wording').fill('the last words');
    page = await reopen(app);
    await expect(heads(page).first()).toContainText('the last words');
  });

  test('an undo brings the old ones back into the field', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    const wording = inspector(page).getByLabel('Wording');
    await wording.fill('changed');
    await page.keyboard.press('Escape');
    await expect(heads(page).first()).toContainText('changed');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(wording).toHaveValue('増税はしない');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(wording).toHaveValue('changed');
  });

  test('one editor is on the screen at a time, and what it held is read as text', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    await inspector(page).getByRole('textbox', { name: 'Rationale' }).focus();
    await page.keyboard.type('one');
    await makeClaim(page, '2026年3月');
    await expect(inspector(page).locator('[contenteditable="true"]')).toHaveCount(0);
    await inspector(page).getByRole('textbox', { name: 'Rationale' }).focus();
    await expect(inspector(page).locator('[contenteditable="true"]')).toHaveCount(1);
    await heads(page).first().click();
    await expect(inspector(page).getByRole('textbox', { name: 'Rationale' })).toHaveText('one');
  });
});

test.describe('with a Japanese input method', () => {
  test('composing a wording loses nothing and is no shortcut', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    const wording = inspector(page).getByLabel('Wording');
    await wording.focus();
    await page.keyboard.press('ControlOrMeta+a');
    const method = await inputMethod(page);
    await method.compose('ぞうぜい');
    // Longer than the rest after which words are saved: half a word is not what was meant.
    await page.waitForTimeout(1200);
    await expect(heads(page).first()).toContainText('増税はしない');
    await method.press('Escape');
    await expect(wording).toBeFocused();
    await method.decide('増税');
    await method.compose('しない');
    await method.decide('しない');
    await expect(wording).toHaveValue('増税しない');
    await expect(heads(page).first()).toContainText('増税しない');
    await expect(inspector(page).getByRole('radio', { name: 'No rating' })).toBeChecked();
    await expect(heads(page)).toHaveCount(1);
  });

  test('composing a rationale loses nothing and is no shortcut', async ({ app }) => {
    let page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    const rationale = inspector(page).getByRole('textbox', { name: 'Rationale' });
    await rationale.focus();
    await page.keyboard.type('1. ');
    const method = await inputMethod(page);
    await method.compose('よさん');
    await page.waitForTimeout(1200);
    await method.decide('予算');
    await method.compose('が');
    await method.decide('が');
    await method.compose('ふえる');
    await method.press('Escape');
    await expect(rationale).toBeFocused();
    await method.decide('増える');
    await expect(rationale).toContainText('予算が増える');
    await page.keyboard.press('Escape');
    expect(await isFocused(page, 'reading')).toBe(true);
    page = await reopen(app);
    await heads(page).first().click();
    await expect(inspector(page).getByRole('textbox', { name: 'Rationale' })).toContainText('予算が増える');
    await expect(heads(page)).toHaveCount(1);
  });

  test('the Enter that ends a composition chooses no tag', async ({ app }) => {
    const page = await openHarbour(app);
    await page.keyboard.press('t');
    const field = page.getByRole('dialog').getByRole('combobox');
    await expect(field).toBeFocused();
    const method = await inputMethod(page);
    await method.compose('ざいせい');
    await method.decide('財政');
    await expect(field).toHaveValue('財政');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(inspector(page).locator('.annotation .tag-chip')).toHaveText('財政');
  });
});

test.describe('tags', () => {
  test('a tag under a parent is made and used while typing, on the selected words', async ({ app }) => {
    let page = await openHarbour(app);
    await selectText(page, '増税はしない');
    await page.keyboard.press('t');
    await page.keyboard.type('政治/予算');
    await page.getByRole('dialog').getByRole('radio', { name: 'Pink' }).click();
    await page.getByRole('dialog').getByRole('combobox').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(heads(page)).toHaveCount(1);
    await expect(heads(page).first()).toContainText('政治 › 予算');
    await expect(inspector(page).locator('.annotation-editor > .fields > .quote')).toHaveText('増税はしない');

    await inspector(page)
      .getByRole('combobox', { name: /Tag the/ })
      .fill('政治');
    await page.keyboard.press('Enter');
    await expect(heads(page)).toHaveCount(2);
    page = await reopen(app);
    await tab(page, /Tags/).click();
    await expect(heads(page)).toHaveCount(2);
    await expect(inspector(page).locator('.tag-chip[data-colour="pink"]').first()).toBeVisible();
  });

  test('changing or deleting a tag says how many uses it touches, and is undone in one step', async ({
    app,
  }) => {
    const page = await openHarbour(app);
    for (const source of ['湊日報', 'Harbour Wire', '潮見ニュース']) {
      await expect(page.getByRole('heading', { name: source })).toBeVisible();
      await focusText(page);
      await page.keyboard.press('t');
      await page.keyboard.type('橋');
      await page.keyboard.press('Enter');
      await expect(heads(page)).toHaveCount(1);
      await focusText(page);
      if (source !== '潮見ニュース') await page.keyboard.press('j');
    }
    await inspector(page).locator('.annotation summary').first().click();
    await expect(inspector(page)).toContainText('Used 3 times in 3 stories');
    const name = inspector(page).getByLabel('Name');
    await name.fill('  ');
    await name.blur();
    await expect(inspector(page).getByRole('alert')).toContainText('needs a name');
    await name.fill('湊大橋');
    await name.blur();
    await expect(heads(page).first()).toContainText('湊大橋');
    await inspector(page).getByRole('button', { name: 'Delete tag…' }).click();
    await expect(inspector(page).getByRole('alert')).toContainText('all its 3 uses');
    await inspector(page).getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(heads(page)).toHaveCount(0);
    await focusText(page);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(heads(page)).toHaveCount(1);
    await step(page, 'k', 'Harbour Wire');
    await expect(tab(page, /Tags/)).toContainText('1');
  });

  test('a tag is not put twice on the same words', async ({ app }) => {
    const page = await openHarbour(app);
    for (let time = 0; time < 2; time += 1) {
      await focusText(page);
      await page.keyboard.press('t');
      await page.keyboard.type('橋');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(heads(page)).toHaveCount(1);
  });
});

test.describe('translation notes', () => {
  test('link original and translation side by side, with kind, comment and suggestion', async ({ app }) => {
    let page = await openHarbour(app);
    await step(page, 'j', 'Harbour Wire');
    await selectText(page, 'says the city engineer');
    await page.keyboard.press('m');
    let sides = inspector(page).locator('.side-editor');
    await expect(sides.nth(0)).toContainText('says the city engineer');
    // The counterpart that the pairs suggest, until the person links the words that matter.
    await expect(sides.nth(1)).toContainText('湊大橋は6か月ではなく10か月閉鎖される');
    await selectText(page, '市の技師が語った');
    await inspector(page).getByRole('button', { name: 'Link selection as translation' }).click();
    await expect(sides.nth(1)).toContainText('市の技師が語った');
    await inspector(page).getByLabel('Kind').selectOption('nuance');
    await inspector(page).getByRole('textbox', { name: 'Comment' }).focus();
    await page.keyboard.type('says, not told');
    await inspector(page).getByLabel('Suggested wording').fill('市の技師は言う');
    await page.keyboard.press('Escape');
    page = await reopen(app);
    await step(page, 'j', 'Harbour Wire');
    await tab(page, /Translation/).click();
    await heads(page).first().click();
    await expect(heads(page).first()).toContainText('Nuance');
    await expect(inspector(page).getByRole('textbox', { name: 'Comment' })).toHaveText('says, not told');
    await expect(inspector(page).getByLabel('Suggested wording')).toHaveValue('市の技師は言う');
    sides = inspector(page).locator('.side-editor');
    await inspector(page).getByRole('button', { name: 'Unlink the original' }).click();
    await expect(sides.nth(0)).toContainText('not linked');
    await expect(inspector(page).getByRole('button', { name: /Unlink/ })).toHaveCount(0);
  });
});

test.describe('evidence', () => {
  test('is added by key, and what is no address is said at the field and not kept', async ({ app }) => {
    let page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    await focusText(page);
    await page.keyboard.press('e');
    const address = inspector(page).getByLabel('Address');
    await expect(address).toBeFocused();
    await page.keyboard.type('javascript:alert(1)');
    await expect(inspector(page).getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(inspector(page).getByRole('alert')).toContainText('not a web address');
    await address.fill('example.org/minutes');
    await inspector(page).getByLabel('Title').fill('Minutes');
    await inspector(page).getByLabel('Stance').selectOption('refutes');
    await inspector(page).getByLabel('Date').fill('2025-02-30');
    await inspector(page).getByLabel('Title').focus();
    await expect(inspector(page).getByRole('alert')).toContainText('year-month-day');
    await inspector(page).getByLabel('Date').fill('2025-02-08');
    await inspector(page).getByLabel('Title').focus();
    await expect(address).toHaveValue('https://example.org/minutes');

    page = await reopen(app);
    await heads(page).first().click();
    await expect(heads(page).first()).toContainText('1 piece of evidence');
    await tab(page, /Evidence/).click();
    await heads(page).first().click();
    await expect(heads(page).first()).toContainText('refutes');
    await expect(heads(page).first()).toContainText('2025-02-08');
    await expect(inspector(page).getByLabel('Address')).toHaveValue('https://example.org/minutes');
    await inspector(page).getByRole('button', { name: 'Remove evidence' }).click();
    await expect(inspector(page)).toContainText('No evidence for this claim yet');
  });

  test('that was refused is still in its field, with the reason, after another story', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    await focusText(page);
    await page.keyboard.press('e');
    const address = inspector(page).getByLabel('Address');
    await expect(address).toBeFocused();
    await page.keyboard.type('ftp://old.example/source');
    await page.keyboard.press('Tab');
    await expect(inspector(page).getByRole('alert')).toContainText('not a web address');
    const here = (await page.locator('#reading h2').first().textContent()) ?? '';
    await focusText(page);
    await page.keyboard.press('j');
    await expect(page.locator('#reading h2').first()).not.toHaveText(here);
    await page.keyboard.press('k');
    await expect(page.locator('#reading h2').first()).toHaveText(here);
    await heads(page).first().click();
    await heads(page).first().click();
    await expect(address).toHaveValue('ftp://old.example/source');
    await expect(inspector(page).getByRole('alert')).toContainText('not a web address');
  });

  test('asks which claim while none is chosen', async ({ app }) => {
    const page = await openHarbour(app);
    await makeClaim(page, '増税はしない');
    await heads(page).first().click();
    await tab(page, /Evidence/).click();
    await expect(inspector(page)).toContainText('No claim is selected');
    await heads(page).first().click();
    await expect(inspector(page).getByRole('button', { name: /Add evidence/ })).toBeVisible();
  });

  test('may be a local file, known by name and SHA-256', async ({ app }) => {
    test.skip(app.host !== 'web', 'the desktop asks with a dialog of the system');
    const page = await openHarbour(app);
    await writeFile(join(app.folder, 'minutes.txt'), 'abc');
    await makeClaim(page, '増税はしない');
    await focusText(page);
    await page.keyboard.press('e');
    await expect(inspector(page).getByLabel('Address')).toBeFocused();
    await inspector(page).getByRole('button', { name: 'Choose a file…' }).click();
    const dialog = page.getByRole('dialog');
    if ((await dialog.getByRole('option', { name: /minutes\.txt/ }).count()) === 0)
      await dialog.getByRole('option', { name: /^Folder.*\/files/ }).click();
    await dialog.getByRole('option', { name: /minutes\.txt/ }).click();
    await expect(inspector(page).locator('.evidence-file')).toContainText('minutes.txt');
    await expect(inspector(page).locator('.evidence-file')).toContainText(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

test('history tells what was done, undone and redone in this story', async ({ app }) => {
  const page = await openHarbour(app);
  await makeClaim(page, '増税はしない');
  await focusText(page);
  await page.keyboard.press('d');
  await expect(heads(page).first()).toContainText('disputed');
  await page.keyboard.press('ControlOrMeta+z');
  await tab(page, /History/).click();
  const lines = inspector(page).locator('.history > li');
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(0)).toContainText('Undone');
  await expect(lines.nth(0)).toContainText('Verdict withdrawn');
  await expect(lines.nth(1)).toContainText('Verdict given');
  await expect(lines.nth(1)).toContainText('disputed');
  await expect(lines.nth(2)).toContainText('Claim made');
  await step(page, 'j', 'Harbour Wire');
  await expect(inspector(page)).toContainText('Nothing was changed here yet');
});

test('tabs are reached and changed by key alone', async ({ app }) => {
  const page = await openHarbour(app);
  await tab(page, /Claims/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, /Tags/)).toBeFocused();
  await expect(tab(page, /Tags/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(tab(page, /History/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, /Claims/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+3');
  await expect(tab(page, /Translation/)).toHaveAttribute('aria-selected', 'true');
  await expect(tab(page, /Translation/)).toBeFocused();
});

test('a project that is open elsewhere is shown whole, cannot be changed, and says why', async ({ app }) => {
  test.skip(app.host !== 'web', 'a second window of its own is started as a browser host');
  const page = await openHarbour(app);
  await makeClaim(page, '増税はしない');
  const projects = join(app.dataFolder, 'projects');
  const file = (await readdir(projects)).find((name) => name.endsWith('.uratori')) ?? '';
  const server = await startServer(['--data', join(app.folder, 'second'), join(projects, file), app.folder]);
  const browser = await launchChromium();
  try {
    const second = await browser.newPage();
    await second.goto(server.url);
    await expect(inspector(second).getByRole('note')).toContainText('Read-only.');
    await heads(second).first().click();
    await expect(inspector(second).getByLabel('Wording')).toHaveValue('増税はしない');
    await expect(inspector(second).getByLabel('Wording')).not.toBeEditable();
    await expect(inspector(second).getByRole('radio').first()).toBeDisabled();
    await expect(inspector(second).getByRole('button', { name: 'Remove claim' })).toHaveCount(0);
    await expect(inspector(second).locator('[contenteditable], [role="textbox"]')).toHaveCount(0);
  } finally {
    await browser.close();
    await stopServer(server);
  }
});

for (const locale of ['en-US', 'ja-JP']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing in the inspector, ${colorScheme}`, async ({ app }) => {
        const page = await openHarbour(app);
        await valueFromPage(page, 'settings.change', { changes: { theme: colorScheme } });
        const check = async (what: string) => {
          const { violations } = await new AxeBuilder({ page })
            .setLegacyMode(true)
            .include('#inspector')
            .analyze();
          expect(violations.map(({ id, nodes }) => [what, id, nodes[0]?.html])).toEqual([]);
        };
        await check('nothing');
        await selectText(page, '増税はしない');
        await page.keyboard.press('c');
        await expect(heads(page)).toHaveCount(1);
        await page.keyboard.press('v');
        await check('claim');
        await inspector(page).locator('.annotation .rich-text-rest').first().focus();
        await page.keyboard.type('words');
        await check('rationale');
        await page.keyboard.press('Escape');
        await page.keyboard.press('e');
        await expect(inspector(page).locator('input[inputmode="url"]').first()).toBeFocused();
        await page.keyboard.type('no address');
        await page.keyboard.press('Tab');
        await check('evidence');
        await focusText(page);
        await selectText(page, '2026年3月');
        await page.keyboard.press('t');
        await page.keyboard.type('a/b');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await inspector(page).locator('.annotation summary').first().click();
        await inspector(page).getByRole('combobox').first().focus();
        await check('tags');
        await focusText(page);
        await page.keyboard.press('j');
        await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
        await selectText(page, 'the city engineer');
        await page.keyboard.press('m');
        await expect(inspector(page).locator('.side-editor')).toHaveCount(2);
        await check('translation');
        await page.keyboard.press('Alt+5');
        await check('history');
      });
    }
  });
}
