import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContext, Page } from 'playwright/test';
import type { Driver } from './driver.ts';
import { inRepository } from './repository.ts';

export interface Server {
  process: ChildProcess;
  url: string;
  port: number;
  /** What it printed to standard error. */
  errors(): string;
}

/** Starts the built browser host as a process of its own. */
export async function startServer(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const child = spawn(process.execPath, [inRepository('dist/main/cli.js'), 'serve', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`uratori serve ended (${signal ?? code}) before it was there\n${errors}`);
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  ended.catch(() => undefined);
  const { url, port } = JSON.parse(line as string) as { url: string; port: number };
  return { process: child, url, port, errors: () => errors };
}

/** Resolves with the exit code; null after a signal. */
export async function stopServer(
  { process: child }: Server,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** The browser host and a real Chromium. */
export function webDriver(browser: Browser): Driver {
  let server: Server | null = null;
  let context: BrowserContext | null = null;
  const end = async (signal: NodeJS.Signals) => {
    // The page leaves first, as when a person closes the tab: its last words still reach the server.
    if (signal === 'SIGTERM') await context?.close();
    if (server) await stopServer(server, signal);
    await context?.close();
    server = null;
    context = null;
  };
  return {
    async start({ dataFolder, paths, locale }): Promise<Page> {
      server = await startServer(['--data', dataFolder, ...paths], {
        LANG: `${locale.replace('-', '_')}.UTF-8`,
      });
      context = await browser.newContext({ locale, acceptDownloads: true });
      const page = await context.newPage();
      await page.goto(server.url);
      return page;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
