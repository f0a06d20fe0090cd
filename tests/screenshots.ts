import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { launchChromium } from './e2e/hosts/chromium.ts';
import { inRepository } from './e2e/hosts/repository.ts';
import { startServer, stopServer } from './e2e/hosts/web.ts';

/** Makes the pictures of the README and of the user guide from the built program and the fictional sample: `npm run screenshots`. */
const SIZE = { width: 1440, height: 900 };
const GUIDE_SIZE = { width: 1200, height: 760 };
const REPORT_SIZE = { width: 960, height: 700 };
const LANGUAGES = { en: 'en-US', ja: 'ja-JP' } as const;

/** Selects a quote of the open story, as a person would by dragging over it. */
async function select(page: Page, quote: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll('[data-segment-text]')) {
      const node = element.firstChild as Text;
      const at = node.data.indexOf(wanted);
      if (at >= 0) return document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`not in the story: ${wanted}`);
  }, quote);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(300);
}

async function tag(page: Page, quote: string, name: string): Promise<void> {
  await select(page, quote);
  await press(page, 't');
  await page.getByRole('dialog').getByRole('combobox').first().fill(name);
  await press(page, 'Enter');
  await page.waitForTimeout(200);
  if (await page.getByRole('dialog').isVisible()) await press(page, 'Escape');
}

/** A desk in the middle of its work: claims with verdicts, tags that overlap, a note on the translation. */
async function work(page: Page): Promise<void> {
  await page.locator('#reading').focus();
  await press(page, 'j');
  await select(page, '三月の高潮で壊れた防波堤の改修をめぐり、真壁県知事と来週協議する');
  await press(page, 'c', 'v');
  await select(page, '改修費は総額480億円にのぼる');
  await press(page, 'c', 'd');
  await tag(page, '480億円', '金額');
  await select(page, '3年以内に完成させたい');
  await press(page, 'c', '3');
  await tag(page, '年内に着工し、3年以内に完成', '期限');
  await press(page, 'x');
  // A review is signed: the first one asks for the name.
  await page.getByRole('dialog').getByRole('textbox').fill('湊支局 伊東');
  await press(page, 'Enter');
  await page.locator('#reading').focus();
  await press(page, 'Escape', 'n', 'n', 'n');
}

async function note(page: Page): Promise<void> {
  await page.locator('#reading').focus();
  for (let story = 0; story < 14; story += 1) {
    if ((await page.locator('.aligned').count()) > 0) break;
    await press(page, 'j');
  }
  await select(page, 'Mayor Hayase Did Not Ask for the Money');
  await press(page, 'm');
  await select(page, '早瀬市長は資金を求めた');
  await press(page, 'l');
}

async function overview(page: Page): Promise<void> {
  await page.locator('#reading').focus();
  await press(page, 'o');
  await page.locator('.bar-part').first().waitFor();
}

async function history(page: Page): Promise<void> {
  await page.locator('#reading').focus();
  await press(page, 'Shift+h');
  await page.locator('.history > li').first().waitFor();
}

/** The claims of the day as a report, opened as its reader does. */
async function report(page: Page): Promise<void> {
  await page.locator('#reading').focus();
  await press(page, 'Control+e');
  await page.locator('.export-templates input').nth(1).check();
  const downloading = page.waitForEvent('download');
  await page.locator('.export-dialog button[type="submit"]').click();
  const file = join(data, 'report.html');
  await (await downloading).saveAs(file);
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.querySelector('.card.claim')?.scrollIntoView());
}

/** There and, for the next picture, back again. */
async function vertical(page: Page): Promise<void> {
  await page.locator('#reading').focus();
  await press(page, 'j', 'Shift+v', 'n');
}

const data = await mkdtemp(join(tmpdir(), 'uratori-pictures-'));
const server = await startServer(['--data', data, inRepository('resources/sample/minato-250412.txt')]);
const browser = await launchChromium();
try {
  const picture = async (
    name: string,
    locale: string,
    colorScheme: 'light' | 'dark',
    steps: (page: Page) => Promise<void>,
    size = SIZE,
    after: (page: Page) => Promise<void> = async () => undefined,
  ) => {
    const context = await browser.newContext({ viewport: size, locale, colorScheme, deviceScaleFactor: 1 });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.locator('#stories .row').first().waitFor();
    await steps(page);
    await page.waitForTimeout(600);
    await page.screenshot({ path: inRepository(`docs/images/${name}.png`) });
    await after(page);
    await context.close();
  };
  await picture('workbench', 'ja-JP', 'light', work);
  await picture('translation', 'ja-JP', 'dark', note);
  await picture('report', 'ja-JP', 'light', report, REPORT_SIZE);
  const done = async (page: Page) => {
    await page.locator('#reading').focus();
    await press(page, 'j', 'n', 'n');
  };
  const translated = async (page: Page) => {
    await page.locator('#reading').focus();
    for (let story = 0; story < 14 && (await page.locator('.aligned').count()) === 0; story += 1)
      await press(page, 'j');
  };
  for (const [name, locale] of Object.entries(LANGUAGES)) {
    await picture(`guide/workbench-${name}`, locale, 'light', done, GUIDE_SIZE);
    await picture(`guide/translation-${name}`, locale, 'light', translated, GUIDE_SIZE);
    await picture(`guide/overview-${name}`, locale, 'light', overview, GUIDE_SIZE);
    await picture(`guide/history-${name}`, locale, 'light', history, GUIDE_SIZE);
    await picture(`guide/vertical-${name}`, locale, 'light', vertical, GUIDE_SIZE, (page) =>
      press(page, 'Shift+v'),
    );
  }
} finally {
  await browser.close();
  await stopServer(server);
  await rm(data, { recursive: true, force: true });
}
