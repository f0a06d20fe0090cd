import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { callFromPage, valueFromPage } from './hosts/contract.ts';
import { launchElectron } from './hosts/electron.ts';
import { writeDump } from './hosts/fictional.ts';

/** Electron's main process and what its window may not do. */

const ORIGIN = 'app://uratori';

const dumpsOf = async (page: Page) => (await valueFromPage(page, 'workbench.start', {})).session?.dumps ?? [];

test.describe('the window', () => {
  test('is sandboxed, isolated and shows our own protocol', async ({ app }) => {
    const preferences = await app.electron?.evaluate(({ BrowserWindow }) => {
      const [window, ...more] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as {
        getLastWebPreferences?(): Record<string, unknown>;
      };
      return { more: more.length, ...contents.getLastWebPreferences?.() };
    });
    expect(preferences).toMatchObject({
      more: 0,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(app.page.url()).toBe(`${ORIGIN}/index.html`);
    const globals = await app.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    );
    expect(globals).toEqual([]);
  });

  test('offers its page three functions and no channel', async ({ app }) => {
    const bridge = await app.page.evaluate(() => {
      const { uratori } = window as unknown as { uratori: Record<string, (...args: unknown[]) => unknown> };
      const outcome = (act: () => unknown) => {
        try {
          act();
          return 'let through';
        } catch (error) {
          return (error as Error).message;
        }
      };
      return {
        names: Object.keys(uratori).sort(),
        call: outcome(() => uratori.call?.('app.quit', {})),
        on: outcome(() => uratori.on?.('anything', () => undefined)),
      };
    });
    expect(bridge.names).toEqual(['call', 'on', 'pathOf']);
    expect(bridge.call).toContain('There is no call app.quit');
    expect(bridge.on).toContain('There is no event anything');
  });

  test('goes nowhere, and opens no other window', async ({ app }) => {
    const { page } = app;
    const opened = await page.evaluate(() => window.open('https://example.test/', '_blank') === null);
    expect(opened).toBe(true);
    for (const address of [
      'https://example.test/',
      'file:///etc/passwd',
      'app://elsewhere/index.html',
      'data:text/html,x',
    ]) {
      await page.evaluate((url) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
        link.remove();
      }, address);
    }
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(page.url()).toBe(`${ORIGIN}/index.html`);
    expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('is given no permission', async ({ app }) => {
    const states = await app.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
      ] as PermissionName[];
      const queried = await Promise.all(
        names.map((name) => navigator.permissions.query({ name }).then(({ state }) => state)),
      );
      return { queried, asked: await Notification.requestPermission() };
    });
    expect(states.queried).not.toContain('granted');
    expect(states.asked).toBe('denied');
  });

  test('remembers its place', async ({ app }) => {
    const bounds = { x: 40, y: 50, width: 900, height: 700 };
    await app.electron?.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
      bounds,
    );
    await app.restart();
    const found = await app.electron?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(found).toEqual(bounds);
  });
});

test.describe('the protocol', () => {
  test('serves the interface with its policy, and nothing outside of it', async ({ app }) => {
    const replies = await app.page.evaluate(
      async (paths) => {
        const status = async (path: string, options?: RequestInit) => (await fetch(path, options)).status;
        const index = await fetch('/index.html');
        return {
          policy: index.headers.get('content-security-policy'),
          statuses: await Promise.all(paths.map((path) => status(path))),
          post: await status('/index.html', { method: 'POST' }),
        };
      },
      ['/..%2fmain/cli.js', '/%2e%2e%2fpackage.json', '/..%5cpackage.json', '/%00', '/assets/', '/none.js'],
    );
    expect(replies.policy).toContain("default-src 'none'");
    expect(replies.policy).toContain("script-src 'self';");
    expect(replies.statuses).toEqual([404, 404, 404, 404, 404, 404]);
    expect(replies.post).toBe(405);
  });
});

test.describe('files', () => {
  test('that a dialog chose may be opened', async ({ app }) => {
    const path = await writeDump(app.folder);
    expect(await callFromPage(app.page, 'dump.preview', { path, rule: null })).toMatchObject({ ok: false });
    await answerOpenDialog(app.electron as ElectronApplication, [path]);
    const choice = await valueFromPage(app.page, 'files.choose', { purpose: 'open-dump', suggestedName: '' });
    expect(choice).toEqual({ kind: 'chosen', path });
    expect(await callFromPage(app.page, 'dump.preview', { path, rule: null })).toMatchObject({ ok: true });
  });

  test('of a dialog that was cancelled stay closed', async ({ app }) => {
    await answerOpenDialog(app.electron as ElectronApplication, []);
    const choice = await valueFromPage(app.page, 'files.choose', { purpose: 'open-any', suggestedName: '' });
    expect(choice).toEqual({ kind: 'cancelled' });
  });

  test('that were dropped may be opened, made-up ones not', async ({ app }) => {
    const path = await writeDump(app.folder);
    await app.page.evaluate(() => {
      const field = document.createElement('input');
      field.type = 'file';
      field.id = 'picked';
      document.body.append(field);
    });
    await app.page.setInputFiles('#picked', path);
    const paths = await app.page.evaluate(async () => {
      const { uratori } = window as unknown as { uratori: { pathOf(file: File): Promise<string> } };
      const field = document.querySelector<HTMLInputElement>('#picked');
      const [file] = field?.files ?? [];
      field?.remove();
      return [await uratori.pathOf(file as File), await uratori.pathOf(new File(['x'], '/etc/passwd'))];
    });
    expect(paths).toEqual([path, '']);
    expect(await callFromPage(app.page, 'dump.preview', { path, rule: null })).toMatchObject({ ok: true });
    expect(await callFromPage(app.page, 'dump.preview', { path: '/etc/passwd', rule: null })).toMatchObject({
      ok: false,
    });
  });
});

test.describe('the application', () => {
  test('hands the files of a second instance to the first', async ({ app }) => {
    const path = await writeDump(app.folder);
    await startSecond(app.dataFolder, path);
    await expect.poll(async () => (await dumpsOf(app.page)).map(({ stories }) => stories)).toEqual([2]);
    expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('opens the file of an open-file event', async ({ app }) => {
    const path = await writeDump(app.folder);
    await app.electron?.evaluate(({ app: application }, file) => {
      application.emit('open-file', { preventDefault: () => undefined }, file);
    }, path);
    await expect.poll(async () => (await dumpsOf(app.page)).length).toBe(1);
  });

  test('has a menu that follows the language, and tells the page what was chosen', async ({ app }) => {
    const labels = () =>
      app.electron?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(await labels()).toContain('File');
    await app.page.evaluate(() => {
      const { uratori } = window as unknown as {
        uratori: { on(event: string, listener: (payload: unknown) => void): () => void };
      };
      const stop = uratori.on('menu.chosen', (payload) => {
        stop();
        Object.assign(window, { chosen: payload });
      });
    });
    const choose = () =>
      app.electron?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('next-story')?.click());
    await choose();
    await expect
      .poll(() => app.page.evaluate(() => (window as { chosen?: unknown }).chosen))
      .toEqual({ action: 'next-story' });

    await valueFromPage(app.page, 'settings.change', { changes: { locale: 'ja' } });
    await expect.poll(labels).toContain('ファイル');
  });

  test('follows the theme of the settings', async ({ app }) => {
    const source = () => app.electron?.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
    await valueFromPage(app.page, 'settings.change', { changes: { theme: 'dark' } });
    await expect.poll(source).toBe('dark');
    await app.restart();
    expect(await source()).toBe('dark');
  });

  test('lets nobody but its own page call', async ({ app }) => {
    const refused = await app.electron?.evaluate(async ({ BrowserWindow, app: application }) => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const preload = `${application.getAppPath()}/dist/main/electron/preload.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('data:text/html,<title>stranger</title>');
      stranger.webContents
        .executeJavaScript(
          "window.uratori.call('workbench.start', {}).then(() => 'let through', (e) => e.message)",
        )
        .then(resolve, (error: Error) => resolve(error.message));
      const answer = await promise;
      stranger.destroy();
      return answer;
    });
    expect(refused).toContain('Refused');
  });

  test('opens addresses of the web outside, and no others', async ({ app }) => {
    await app.electron?.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url: string) => {
        opened.push(url);
      };
    });
    await valueFromPage(app.page, 'link.open', { url: 'https://example.test/story' });
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/x', 'ms-msdt:x']) {
      expect(await callFromPage(app.page, 'link.open', { url }), url).toMatchObject({ ok: false });
    }
    const opened = await app.electron?.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    expect(opened).toEqual(['https://example.test/story']);
  });

  test('settles what is under way when its window is closed', async ({ app }) => {
    await app.openDump(await writeDump(app.folder));
    await expect.poll(async () => (await dumpsOf(app.page)).length).toBe(1);
    const file = (await valueFromPage(app.page, 'workbench.start', {})).session?.file ?? '';
    const ended = app.electron?.waitForEvent('close');
    // Sent, and not waited for.
    await app.page.evaluate(() => {
      const { uratori } = window as unknown as {
        uratori: { call(name: string, params: unknown): Promise<unknown> };
      };
      for (let at = 1; at <= 50; at++)
        void uratori.call('project.execute', { command: { type: 'project.rename', title: `Title ${at}` } });
    });
    await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
    const page = await app.restart();
    expect((await valueFromPage(page, 'project.open', { path: file })).project.title).toBe('Title 50');
  });
});

/** The next open dialog answers with these files; cancelled with none. */
async function answerOpenDialog(application: ElectronApplication, filePaths: string[]): Promise<void> {
  await application.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = (async () => ({
      canceled: paths.length === 0,
      filePaths: paths,
    })) as typeof dialog.showOpenDialog;
  }, filePaths);
}

/** Starts the program once more on the same data folder; resolves when that instance has ended. */
async function startSecond(dataFolder: string, path: string): Promise<void> {
  await launchElectron({ dataFolder, paths: [path] }).then(
    (second) => second.close(),
    // It ends before it has a window: that is what it should do.
    () => undefined,
  );
}

test('two data folders are two programs', async ({ app }) => {
  const other = await mkdtemp(join(tmpdir(), 'uratori-other-'));
  const second = await launchElectron({ dataFolder: other, paths: [] });
  await second.firstWindow();
  await second.close();
  await rm(other, { recursive: true, force: true });
  expect(app.page.isClosed()).toBe(false);
});
