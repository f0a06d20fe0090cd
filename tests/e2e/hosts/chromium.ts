import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright/test';

/** A browser that is driven talks to nobody but us. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Playwright's own Chromium where it is installed, else that of `URATORI_CHROMIUM` or of the system. */
export function launchChromium(): Promise<Browser> {
  const own = chromium.executablePath();
  const executablePath = existsSync(own) ? own : (process.env.URATORI_CHROMIUM ?? SYSTEM.find(existsSync));
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET;
  // Names of downloaded files are cut down to ASCII in a locale that has nothing else.
  const env = { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' };
  return chromium.launch({ executablePath, args, env });
}
