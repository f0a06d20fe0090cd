import { existsSync } from 'node:fs';
import { chromium } from 'playwright/test';
import { BROWSER_VARIABLE, findBrowser } from '../../../../main/print/find-browser.ts';

/** Whether there is a browser to print with; where the system has none, Playwright's own becomes the one to use. */
export function hasBrowser(): boolean {
  try {
    findBrowser();
    return true;
  } catch {
    const own = chromium.executablePath();
    if (!existsSync(own)) return false;
    process.env[BROWSER_VARIABLE] = own;
    return true;
  }
}
