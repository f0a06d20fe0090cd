import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, type ElectronApplication, type Page } from 'playwright/test';
import { launchChromium } from './hosts/chromium.ts';
import { electronDriver } from './hosts/electron.ts';
import { webDriver } from './hosts/web.ts';

export interface HostOptions {
  /** Set by the Playwright project. */
  host: 'web' | 'electron';
  /** Files that the program is started with: `test.use({ openAtStart: [path] })`. */
  openAtStart: string[];
  /** The test breaks the content security policy on purpose; otherwise that fails it. */
  breaksPolicy: boolean;
}

/** The running program, in whichever host. */
export interface App {
  readonly host: HostOptions['host'];
  /** The window's page, or the browser's. Another one after `openDump`, `restart` and `open`. */
  readonly page: Page;
  /** Empty at first; projects, settings and uploads of this test are here. */
  readonly dataFolder: string;
  /** A folder for the test's own files, which the program may read and write. */
  readonly folder: string;
  /** The main process, in Electron only. */
  readonly electron: ElectronApplication | null;
  /** Ends the program and starts it again with this dump, as `npm start -- path` does. */
  openDump(path: string): Promise<Page>;
  /** Ends it, if it runs, as a person would, and starts it again on the same data folder. */
  restart(paths?: string[]): Promise<Page>;
  /** Ends it as a person would: everything is settled. */
  close(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

interface Fixtures extends HostOptions {
  app: App;
}

export const test = base.extend<Fixtures, { chromium: Browser | null }>({
  host: ['web', { option: true }],
  openAtStart: [[], { option: true }],
  breaksPolicy: [false, { option: true }],

  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use, worker) => {
      const browser = worker.project.name === 'web' ? await launchChromium() : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],

  app: async ({ host, openAtStart, breaksPolicy, locale, chromium }, use, info) => {
    const place = await mkdtemp(join(tmpdir(), 'uratori-e2e-'));
    const [dataFolder, folder] = [join(place, 'data'), join(place, 'files')];
    const electron = host === 'electron' ? electronDriver() : null;
    const driver = electron ?? webDriver(chromium as Browser);
    const failures: string[] = [];
    let page: Page | null = null;

    const start = async (paths: string[]) => {
      // The browser host shows no other folders than it was started with; the desktop's dialogs reach any.
      const shown = host === 'web' ? [folder] : [];
      page = await driver.start({ dataFolder, paths: [...paths, ...shown], locale: locale ?? 'en-US' });
      page.on('pageerror', (error) => failures.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (!breaksPolicy && /Content Security Policy/u.test(message.text())) failures.push(message.text());
      });
      return page;
    };
    const stop = async () => {
      page = null;
      await driver.stop();
    };

    await mkdir(folder, { recursive: true });
    await start(openAtStart);
    await use({
      host,
      dataFolder,
      folder,
      get page() {
        if (!page) throw new Error('The program is not running.');
        return page;
      },
      get electron() {
        return electron ? electron.application() : null;
      },
      async openDump(path) {
        await stop();
        return start([path]);
      },
      async restart(paths = []) {
        await stop();
        return start(paths);
      },
      close: stop,
      async kill() {
        page = null;
        await driver.kill();
      },
    });

    const last = page as Page | null;
    if (info.status !== info.expectedStatus && last && !last.isClosed()) {
      await info.attach('page', { body: await last.screenshot(), contentType: 'image/png' });
    }
    await driver.stop();
    await rm(place, { recursive: true, force: true });
    test.expect(failures, 'errors on the page').toEqual([]);
  },
});

export { expect } from 'playwright/test';
