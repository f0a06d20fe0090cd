import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { expect, test } from './fixtures.ts';
import { valueFromPage } from './hosts/contract.ts';
import { focusText, painted } from './reader.ts';

/** Selects text as a person would with the mouse: from the start of one quote to the end of another. */
async function selectText(page: Page, from: string, to = from): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const texts = [...document.querySelectorAll('[data-segment-text]')].map(
        (element) => element.firstChild as Text,
      );
      const start = texts.find((node) => node.data.includes(first as string));
      const end = texts.find((node) => node.data.includes(last as string));
      if (!start || !end) throw new Error(`not in the story: ${first} … ${last}`);
      document
        .getSelection()
        ?.setBaseAndExtent(
          start,
          start.data.indexOf(first as string),
          end,
          end.data.indexOf(last as string) + (last as string).length,
        );
    },
    [from, to],
  );
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
}

/** The middle of a quote, in the window. */
async function pointOf(page: Page, quote: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    for (const element of document.querySelectorAll('[data-segment-text]')) {
      const node = element.firstChild as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getClientRects()[0];
      if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`not in the story: ${wanted}`);
  }, quote);
}

async function openHarbour(app: { folder: string; openDump(path: string): Promise<Page> }): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await expect(page.getByRole('heading', { name: '湊日報' })).toBeVisible();
  await focusText(page);
  return page;
}

test('a claim is made, rated and taken back without the mouse', async ({ app }) => {
  const page = await openHarbour(app);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar')).toContainText('1 claim');
  await expect.poll(() => painted(page, 'claim-unrated')).toHaveLength(1);
  const [quote] = await painted(page, 'claim-unrated');
  expect(HARBOUR).toContain(quote);

  await page.keyboard.press('v');
  await expect.poll(() => painted(page, 'claim-verified')).toEqual([quote]);
  await page.keyboard.press('d');
  await expect.poll(() => painted(page, 'claim-disputed')).toEqual([quote]);

  await page.keyboard.press('Control+z');
  await expect.poll(() => painted(page, 'claim-verified')).toEqual([quote]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.status-bar')).toContainText('0 claims');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => painted(page, 'claim-unrated')).toEqual([quote]);
});

test('the keys go on from where the last claim was made', async ({ app }) => {
  const page = await openHarbour(app);
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
  }
  await expect(page.locator('.status-bar')).toContainText('3 claims');
  const quotes = await painted(page, 'claim-unrated');
  expect(new Set(quotes).size).toBe(3);
  const places = quotes.map((quote) => HARBOUR.indexOf(quote));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('stories are stepped through by j and k', async ({ app }) => {
  const page = await openHarbour(app);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
  await expect(page.locator('#stories [aria-selected="true"]')).toContainText('Harbour Wire');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: '潮見ニュース' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: '潮見ニュース' })).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
});

test('a span may cross segments, and overlapping ones are cycled through by clicking', async ({ app }) => {
  const page = await openHarbour(app);
  await selectText(page, '修理費、12億円に', '老朽化した湊大橋の修理費');
  await page.keyboard.press('c');
  await expect.poll(async () => (await painted(page, 'claim-unrated')).length).toBeGreaterThanOrEqual(3);
  await selectText(page, '老朽化した湊大橋');
  await page.keyboard.press('c');
  await expect(page.locator('.status-bar')).toContainText('2 claims');
  // The claim is chosen a moment after it is counted; Escape takes that back, and nothing that comes later.
  await expect.poll(() => painted(page, 'selected')).toEqual(['老朽化した湊大橋']);

  await page.keyboard.press('Escape');
  await expect.poll(() => painted(page, 'selected')).toEqual([]);
  const { x, y } = await pointOf(page, '老朽化した湊大橋');
  await page.mouse.click(x, y);
  await expect.poll(() => painted(page, 'selected')).toEqual(['老朽化した湊大橋']);
  await page.mouse.click(x, y);
  await expect.poll(async () => (await painted(page, 'selected')).length).toBeGreaterThanOrEqual(3);
  await page.mouse.click(x, y);
  await expect.poll(() => painted(page, 'selected')).toEqual(['老朽化した湊大橋']);
});

test('a span is resized by its handle and by key', async ({ app }) => {
  const page = await openHarbour(app);
  await selectText(page, '当初の見込みは8億円');
  await page.keyboard.press('c');
  await expect.poll(() => painted(page, 'claim-unrated')).toEqual(['当初の見込みは8億円']);

  const handle = page.getByRole('button', { name: 'Move the end of this span' });
  const box = await handle.boundingBox();
  if (!box) throw new Error('no handle');
  const target = await pointOf(page, 'だった');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 20, target.y, { steps: 5 });
  await page.mouse.up();
  await expect
    .poll(async () => (await painted(page, 'claim-unrated'))[0]?.length)
    .toBeGreaterThan('当初の見込みは8億円'.length);

  await selectText(page, '8億円');
  await page.keyboard.press('r');
  await expect.poll(() => painted(page, 'claim-unrated')).toEqual(['8億円']);
});

test('n and p go through the annotations of a story', async ({ app }) => {
  const page = await openHarbour(app);
  for (const quote of ['12日', '当初の見込み', '増税はしない']) {
    await selectText(page, quote);
    await page.keyboard.press('c');
    await expect.poll(() => painted(page, 'claim-unrated')).toContain(quote);
  }
  await page.keyboard.press('Escape');
  const seen: string[] = [];
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('n');
    await expect.poll(() => painted(page, 'selected')).toHaveLength(1);
    await expect.poll(async () => (await painted(page, 'selected'))[0]).not.toBe(seen.at(-1));
    seen.push(...(await painted(page, 'selected')));
  }
  expect(seen).toEqual(['12日', '当初の見込み', '増税はしない', '12日']);
});

test('a translated post stands beside its translation, and a note links both', async ({ app }) => {
  const page = await openHarbour(app);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Harbour Wire' })).toBeVisible();
  const [original, translation] = await page.locator('.aligned-cell[data-row="0"]').all();
  const [left, right] = [await original?.boundingBox(), await translation?.boundingBox()];
  expect(right?.x ?? 0).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1);

  await selectText(page, 'for ten months, not six');
  await page.keyboard.press('m');
  // The counterpart that the pairs suggest is its other side, until another is linked.
  await expect
    .poll(() => painted(page, 'note'))
    .toEqual(['for ten months, not six', '湊大橋は6か月ではなく10か月閉鎖されると市の技師が語った。']);
  await selectText(page, '6か月ではなく10か月');
  await page.keyboard.press('l');
  await expect.poll(() => painted(page, 'note')).toEqual(['for ten months, not six', '6か月ではなく10か月']);
});

test('search shows its hits in the list and in the text', async ({ app }) => {
  const page = await openHarbour(app);
  await page.keyboard.press('/');
  await page.keyboard.type('湊大橋');
  await expect(page.locator('.list-head')).toContainText('3 stories');
  const expected = HARBOUR.split('湊大橋').length - 1;
  await expect(page.locator('.list-head')).toContainText(`${expected} hits`);
  await expect.poll(() => painted(page, 'hit')).toContain('湊大橋');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page, 'hit-current')).toEqual(['湊大橋']);
  await page.keyboard.press('Escape');
  await expect(page.locator('.list-head')).not.toContainText('hits');
});

test('what an input method composes is no shortcut and no search', async ({ app }) => {
  const page = await openHarbour(app);
  await page.keyboard.press('/');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'みなと', selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(400);
  await expect(page.locator('.list-head')).not.toContainText('hits');
  await devtools.send('Input.insertText', { text: '商店会' });
  await expect(page.locator('#search')).toHaveValue('商店会');
  await expect(page.locator('.list-head')).toContainText('1 hit');
  await expect(page.locator('.status-bar')).toContainText('0 claims');
});

test('everything is there again after closing and reopening', async ({ app }) => {
  let page = await openHarbour(app);
  await selectText(page, '増税はしない');
  await page.keyboard.press('c');
  await page.keyboard.press('d');
  await expect.poll(() => painted(page, 'claim-disputed')).toEqual(['増税はしない']);
  page = await app.restart();
  await page
    .getByRole('button', { name: /harbour-250412/ })
    .first()
    .click();
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await expect.poll(() => painted(page, 'claim-disputed')).toEqual(['増税はしない']);
});

test('nothing in a dump becomes markup or script', async ({ app }) => {
  const hostile = [
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> https://t.co/aaaaaaaaaa',
    '— <b onmouseover="window.hacked=1">Evil</b> (@evil) April 12, 2025',
    '</div></main><iframe src="javascript:parent.hacked=1"></iframe> &lt;b&gt; \u202Eesrever',
    '',
  ].join('\n');
  const page = await app.openDump(await writeDump(app.folder, 'hostile.txt', hostile));
  await expect(page.locator('[data-segment-text="0"]')).toContainText(
    '<img src=x onerror="window.hacked=1">',
  );
  await expect(
    page.locator('.reading iframe, .reading img, .reading script, .stories-pane img, .stories-pane b'),
  ).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('with forced colours the chosen story, hits and marks can still be told', async ({ app }) => {
  const page = await openHarbour(app);
  await page.emulateMedia({ forcedColors: 'active' });
  const outline = await page
    .locator('#stories [aria-selected="true"]')
    .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('solid');
  await selectText(page, '増税はしない');
  await page.keyboard.press('c');
  await page.keyboard.press('d');
  // A verdict is told by its sign and its words, never by colour alone.
  await expect(page.locator('.status-bar').getByRole('img', { name: 'disputed' })).toHaveText('✕');
});

for (const locale of ['en-US', 'ja-JP']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale });
      test('axe finds nothing serious in the workbench', async ({ app }) => {
        const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
        await valueFromPage(page, 'settings.change', { changes: { theme: colorScheme } });
        await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
        await focusText(page);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('c');
        await expect.poll(() => painted(page, 'claim-unrated')).toHaveLength(1);
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
        expect(await seriousViolations(page)).toEqual([]);
      });
    });
  }
}
