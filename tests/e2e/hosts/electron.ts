import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import type { Driver } from './driver.ts';
import { inRepository } from './repository.ts';

/** Where a launcher module other than Playwright's is named. Its `launch` takes what `LaunchOptions` says. */
const LAUNCHER = 'URATORI_ELECTRON_LAUNCHER';

interface Launcher {
  launch(options: {
    args: string[];
    env: Record<string, string>;
    cwd: string;
    /** For launchers that start an application by its folder. */
    appDir: string;
    userDataDir: string;
  }): Promise<ElectronApplication>;
}

/** Starts the built application. */
export async function launchElectron(options: {
  dataFolder: string;
  paths: string[];
  locale?: string;
}): Promise<ElectronApplication> {
  const { dataFolder, paths, locale = 'en-US' } = options;
  const appDir = inRepository('.');
  const env = {
    ...(process.env as Record<string, string>),
    URATORI_DATA: dataFolder,
    LANG: `${locale.replace('-', '_')}.UTF-8`,
    LANGUAGE: locale,
  };
  const launcher = process.env[LAUNCHER];
  if (launcher) {
    const { launch } = (await import(pathToFileURL(launcher).href)) as Launcher;
    return launch({
      appDir,
      args: [`--lang=${locale}`, ...paths],
      env,
      cwd: appDir,
      userDataDir: join(dataFolder, 'chromium'),
    });
  }
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({ args: [...sandbox, `--lang=${locale}`, appDir, ...paths], env, cwd: appDir });
}

/** Electron, or what stands in for it. */
export function electronDriver(): Driver & { application(): ElectronApplication } {
  let current: ElectronApplication | null = null;
  return {
    application() {
      if (!current) throw new Error('The application is not running.');
      return current;
    },
    async start(options): Promise<Page> {
      current = await launchElectron(options);
      const page = await current.firstWindow();
      await page.waitForLoadState();
      return page;
    },
    async stop() {
      await current?.close();
      current = null;
    },
    async kill() {
      if (current) await killed(current);
      current = null;
    },
  };
}

/** Ends the main process at once; what it started goes with it. */
async function killed(application: ElectronApplication): Promise<void> {
  if ('kill' in application) return (application as unknown as { kill(): Promise<void> }).kill();
  const child = application.process();
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
