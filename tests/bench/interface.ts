import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { describe } from '../../app/anchor.ts';
import type { Command } from '../../app/commands.ts';
import { PLAIN_TAG } from '../../app/tag.ts';
import { refOf } from '../../main/workbench/story-ref.ts';
import { launchChromium } from '../e2e/hosts/chromium.ts';
import { valueFromPage } from '../e2e/hosts/contract.ts';
import { startServer, stopServer } from '../e2e/hosts/web.ts';
import { makeDump } from './make-dump.ts';
import { bytesOf, median } from './measure.ts';

/** What a person waits for at the screen, in Chromium: a story after a key, a long list while it scrolls, highlights. */
const place = await mkdtemp(join(tmpdir(), 'uratori-interface-'));
const browser = await launchChromium();
try {
  await measure('story shown after a key', '50 ms (95 %)', keys);
  await measure('1,000,000 rows, end to end', '32 ms (longest frame)', rows);
  await measure('5,000 highlights painted', '100 ms', highlights);
} finally {
  await browser.close();
  await rm(place, { recursive: true, force: true });
}

async function measure(what: string, aim: string, run: (page: Page) => Promise<string>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    console.log(`${what.padEnd(30)}${(await run(await context.newPage())).padEnd(50)}aim: ${aim}`);
  } finally {
    await context.close();
  }
}

async function opened<T>(page: Page, dump: string, run: () => Promise<T>): Promise<T> {
  const server = await startServer(['--data', await mkdtemp(join(place, 'data-')), dump]);
  try {
    await page.goto(server.url);
    return await run();
  } finally {
    await stopServer(server);
  }
}

/** From the key to the frame that shows the next story, in a dump of 700,000. */
async function keys(page: Page): Promise<string> {
  const dump = fileURLToPath(new URL('../../.cache/bench/dump-1GB.txt', import.meta.url));
  makeDump(dump, bytesOf('1GB'), 'txt');
  return opened(page, dump, async () => {
    await page.locator('.status-bar').getByText('700,000 stories').waitFor({ timeout: 60_000 });
    await page.locator('.ordinal').waitFor();
    await page.locator('#reading').focus();
    const times = await page.evaluate(async () => {
      const taken: number[] = [];
      for (let turn = 0; turn < 200; turn += 1) {
        const before = document.querySelector('.ordinal')?.textContent;
        const start = performance.now();
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }),
        );
        while (document.querySelector('.ordinal')?.textContent === before) {
          if (performance.now() - start > 5000) throw new Error('the next story was not shown');
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        taken.push(performance.now() - start);
      }
      return taken.sort((a, b) => a - b);
    });
    return `${median(times).toFixed(0)} ms, 95 %: ${(times[Math.floor(times.length * 0.95)] as number).toFixed(0)} ms`;
  });
}

/** Frames while the scroll bar is dragged from one end to the other. */
async function rows(page: Page): Promise<string> {
  const dump = join(place, 'million.txt');
  await writeFile(dump, Array.from({ length: 1_000_000 }, (_, line) => `Report ${line + 1}\n`).join(''));
  return opened(page, dump, async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('.status-bar').getByText('1,000,000 stories').waitFor({ timeout: 60_000 });
    const list = page.getByRole('listbox', { name: 'List of stories' });
    const frames = await list.evaluate(async (element) => {
      const steps = 240;
      const taken: number[] = [];
      let last = performance.now();
      for (let step = 0; step <= steps; step += 1) {
        element.scrollTop = ((element.scrollHeight - element.clientHeight) * step) / steps;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = performance.now();
        taken.push(now - last);
        last = now;
      }
      return taken.sort((a, b) => a - b);
    });
    await page.locator('#stories [role="option"]').last().getByText('Report 1000000').waitFor();
    return `longest frame ${(frames.at(-1) as number).toFixed(0)} ms, median ${median(frames).toFixed(0)} ms`;
  });
}

/** From the key that goes to a story with 5,000 tagged words to the frame that shows them. */
async function highlights(page: Page): Promise<string> {
  const dump = join(place, 'tagged.txt');
  const words = Array.from({ length: 5000 }, (_, word) => `word${word}`).join(' ');
  await writeFile(
    dump,
    `A first story.\n— Minato News (@minato_news) April 12, 2025\n${words}\n— Minato News (@minato_news) April 13, 2025\n`,
  );
  return opened(page, dump, async () => {
    await page.locator('#stories [role="option"]').nth(1).waitFor();
    const { session } = await valueFromPage(page, 'workbench.start', {});
    const dumpId = session?.currentDumpId as string;
    const story = await valueFromPage(page, 'story.read', { dumpId, ordinal: 1 });
    const tag = { id: 't1', name: 'word', colour: 'blue', parentId: null, ...PLAIN_TAG };
    const commands = [
      { type: 'story.add', story: refOf(dumpId, story) },
      { type: 'tag.add', tag },
    ];
    const signed = { createdAt: '2025-04-12T00:00:00.000Z', createdBy: 'bench' };
    for (const { 0: word, index } of story.text.matchAll(/word\d+/gu)) {
      const anchor = describe(story, index, index + word.length);
      const tagging = {
        id: `g-${word}`,
        tagId: 't1',
        storyKey: `${dumpId}/${story.id}`,
        anchor,
        memo: '',
        ...signed,
      };
      commands.push({ type: 'tagging.add', tagging } as never);
    }
    await valueFromPage(page, 'project.execute', { command: { type: 'batch', commands } as Command });
    await page.locator('.ordinal').waitFor();
    await page.locator('#reading').focus();
    const times = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const size = () => [...CSS.highlights.values()].reduce((sum, layer) => sum + layer.size, 0);
      const press = (key: string) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      const taken: number[] = [];
      for (let turn = 0; turn < 10; turn += 1) {
        press('k');
        while (size() >= 5000) await frame();
        for (let rest = 0; rest < 10; rest += 1) await frame();
        const start = performance.now();
        press('j');
        while (size() < 5000) await frame();
        // The frame behind the one in which they were set has them.
        await frame();
        taken.push(performance.now() - start);
      }
      return taken;
    });
    return `${median(times).toFixed(0)} ms from the key on`;
  });
}
