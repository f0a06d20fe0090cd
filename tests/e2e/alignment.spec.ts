import type { Page } from 'playwright/test';
import { seriousViolations } from './accessibility.ts';
import { HARBOUR, writeDump } from './dumps.ts';
import { type App, expect, test } from './fixtures.ts';
import { focusText, painted } from './reader.ts';

const ORIGINAL = 'Harbour Bridge will close for ten months, not six, says the city engineer.';
const TRANSLATION = '湊大橋は6か月ではなく10か月閉鎖されると市の技師が語った。';

/** Opens the story that has a translation, or the cut one behind it. */
async function openStory(app: App, source: 'Harbour Wire' | '潮見ニュース'): Promise<Page> {
  const page = await app.openDump(await writeDump(app.folder, 'harbour-250412.txt', HARBOUR));
  await expect(page.locator('#stories [role="option"]')).toHaveCount(3);
  await page.locator('#stories [role="option"]', { hasText: source }).click();
  await expect(page.getByRole('heading', { name: source })).toBeVisible();
  await focusText(page);
  return page;
}

/** The middle of some words of the text. */
async function hover(page: Page, words: string): Promise<void> {
  const point = await page.evaluate((wanted) => {
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
  }, words);
  await page.mouse.move(point.x, point.y);
}

const trimmed = async (page: Page, layer: string) =>
  (await painted(page, layer)).map((words) => words.trim());
/** The rows as words: original and translation. */
const rows = (page: Page) =>
  page.evaluate(() => {
    const words = (side: string) =>
      [...document.querySelectorAll(`.aligned-cell[data-side="${side}"]`)].map((cell) =>
        [...cell.querySelectorAll('[data-segment-text]:not([data-kind="byline"])')]
          .map((element) => element.textContent?.trim())
          .join(' '),
      );
    const originals = words('original');
    const translations = words('translation');
    return originals.map((original, index) => [original, translations[index]]);
  });

test('a translation stands in rows beside its original, and each side marks its counterpart', async ({
  app,
}) => {
  const page = await openStory(app, 'Harbour Wire');
  expect(await rows(page)).toEqual([
    [ORIGINAL, TRANSLATION],
    ['(0:00) Why the bridge must close', '(0:00) 橋を閉鎖しなければならない理由'],
    ['(2:15) What the repairs will cost… pic.twitter.com/zX9yW8vU7t', '(2:15) 修理にかかる費用'],
  ]);
  for (const row of [0, 1, 2]) {
    const [left, right] = await page.locator(`.aligned-cell[data-row="${row}"]`).all();
    const [one, other] = [await left?.boundingBox(), await right?.boundingBox()];
    expect(other?.y).toBeCloseTo(one?.y ?? 0, 0);
    expect(other?.x ?? 0).toBeGreaterThan((one?.x ?? 0) + (one?.width ?? 0) - 1);
  }

  await hover(page, 'Why the bridge');
  await expect
    .poll(() => trimmed(page, 'pair-hovered'))
    .toEqual(['(0:00) Why the bridge must close', '(0:00) 橋を閉鎖しなければならない理由']);
  await hover(page, '修理にかかる');
  await expect.poll(async () => (await trimmed(page, 'pair-hovered'))[1]).toBe('(2:15) 修理にかかる費用');

  // A sentence that is selected by key marks its counterpart, and a note has it as its other side.
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => trimmed(page, 'pair')).toEqual([ORIGINAL, TRANSLATION]);
  await page.keyboard.press('m');
  await expect.poll(() => trimmed(page, 'note')).toEqual([ORIGINAL, TRANSLATION]);

  await page.setViewportSize({ width: 700, height: 700 });
  const [left, right] = await page.locator('.aligned-cell[data-row="0"]').all();
  await expect
    .poll(async () => {
      const [one, other] = [await left?.boundingBox(), await right?.boundingBox()];
      return (other?.y ?? 0) >= (one?.y ?? 0) + (one?.height ?? 0) - 1;
    })
    .toBe(true);
});

test('pairs are judged by one key each, apart from verdicts, undone, and there again after reopening', async ({
  app,
}) => {
  let page = await openStory(app, 'Harbour Wire');
  const panel = (of: Page) => of.getByRole('region', { name: 'Sentence pairs' });
  await page.keyboard.press(']');
  await expect(panel(page).getByRole('heading')).toHaveText('Pair 1 of 3');
  for (const key of ['Shift+O', 'Shift+W', 'Shift+I']) await page.keyboard.press(key);
  await expect(panel(page)).toContainText('3 of 3 judged');
  await expect(panel(page).getByRole('list', { name: 'Fidelity' }).getByRole('listitem')).toHaveText([
    /faithful 1$/u,
    /partial 1$/u,
    /wrong 1$/u,
  ]);
  await expect(page.getByRole('tab', { name: /Translation/u })).toContainText('3');
  await expect(page.locator('.status-bar')).toContainText('0 claims');
  expect(await seriousViolations(page)).toEqual([]);

  await page.keyboard.press('Control+z');
  await expect(panel(page)).toContainText('2 of 3 judged');
  await page.keyboard.press('[');
  await panel(page)
    .getByRole('button', { name: /missing/u })
    .click();
  await expect(page.getByRole('button', { name: 'Pair 2: missing' })).toBeVisible();
  await panel(page).getByLabel('Comment on the judgement').fill('The reason is left out.');
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('button', { name: /missing/u })).toHaveAttribute('aria-pressed', 'true');

  page = await app.restart();
  await page
    .getByRole('button', { name: /harbour-250412/ })
    .first()
    .click();
  await page.locator('#stories [role="option"]', { hasText: 'Harbour Wire' }).click();
  await page.getByRole('button', { name: 'Pair 2: missing' }).click();
  await expect(panel(page).getByLabel('Comment on the judgement')).toHaveValue('The reason is left out.');
  await expect(panel(page)).toContainText('2 of 3 judged');
});

test('the borders of pairs are moved, taken back, and given back to the suggestion', async ({ app }) => {
  const page = await openStory(app, 'Harbour Wire');
  const panel = page.getByRole('region', { name: 'Sentence pairs' });
  const suggested = await rows(page);
  await page.keyboard.press(']');
  await page.keyboard.press('Shift+O');
  await page.keyboard.press('[');
  await page.keyboard.press('Shift+J');
  await expect.poll(async () => (await rows(page)).length).toBe(2);
  await expect(panel).toContainText('Pair 1 of 2');
  // The judgement holds for its own words; the joined pair is to be judged anew.
  await expect(panel).toContainText('Judged under other borders');
  await expect(panel).toContainText('0 of 2 judged');

  await page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(async () => (await rows(page))[1]?.[1])
    .toBe('(0:00) 橋を閉鎖しなければならない理由\n(2:15) 修理にかかる費用');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Shift+U');
  await expect.poll(() => rows(page)).toEqual(suggested);
  await expect(panel).toContainText('1 of 3 judged');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await rows(page))[0]?.[1]).toBe('');
  await panel.getByRole('button', { name: 'Back to the suggested alignment' }).click();
  await expect.poll(() => rows(page)).toEqual(suggested);
  await expect(panel).toContainText('Aligned by suggestion');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await rows(page))[0]?.[1]).toBe('');
});

test('what the full text of a cut post adds is marked; both mark one another, above or beside', async ({
  app,
}) => {
  const page = await openStory(app, '潮見ニュース');
  const cut = '🌉 湊大橋の閉鎖で、観光客が半分に減るとの見方が出ている。… https://t.co/kL2mN4oP6q';
  const whole = '🌉 湊大橋の閉鎖で、観光客が半分に減るとの見方が出ている。';
  await expect.poll(() => trimmed(page, 'cut-added')).toEqual(['商店会は市に補償を求めた。']);
  await expect(page.locator('.cut-head')).toContainText('The full text has 13 signs more.');
  await hover(page, '観光客が半分に減る');
  await expect
    .poll(async () => (await trimmed(page, 'pair-hovered')).join(''))
    .toContain(whole + whole.slice(0, 0));
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect
    .poll(() => rows(page))
    .toEqual([
      ['【湊大橋の閉鎖、観光客は半減か】🇯🇵', '【湊大橋の閉鎖、観光客は半減か】🇯🇵'],
      [cut, whole],
      ['', '商店会は市に補償を求めた。'],
    ]);
  await expect.poll(() => trimmed(page, 'cut-added')).toEqual(['商店会は市に補償を求めた。']);
  await hover(page, '商店会');
  await page.getByRole('button', { name: 'One above the other' }).click();
  await expect(page.locator('.aligned')).toHaveCount(0);
});
