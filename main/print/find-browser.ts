import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { UratoriError } from '../../app/problem.ts';

interface System {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  /** Whether there is a program at an absolute path. */
  isProgram(path: string): boolean;
}

const here = (): System => ({ platform: process.platform, env: process.env, home: homedir(), isProgram });

/** The name of the variable that names a browser, before any that is found. */
export const BROWSER_VARIABLE = 'URATORI_CHROMIUM';

/** As the packages of distributions and vendors call them, the likeliest first. */
const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const ON_MAC = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const ON_WINDOWS = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * The Chromium, Chrome or Edge to print with: that of `URATORI_CHROMIUM`, else the first of those that are installed
 * where such browsers are. An absolute path.
 * @throws UratoriError `print-no-browser`; `print-browser-missing` (params `path`) where the variable names none
 */
export function findBrowser(system: System = here()): string {
  const { env, isProgram } = system;
  const named = env[BROWSER_VARIABLE];
  if (named) {
    const path = resolve(named);
    if (!isProgram(path)) throw new UratoriError('print-browser-missing', { path });
    return path;
  }
  const found = candidates(system).find(isProgram);
  if (found === undefined) throw new UratoriError('print-no-browser');
  return found;
}

function candidates({ platform, env, home }: System): string[] {
  if (platform === 'darwin')
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      ON_MAC.map((program) => join(folder, program)),
    );
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return ON_WINDOWS.flatMap((parts) =>
      folders.flatMap((folder) => (folder ? [join(folder, ...parts)] : [])),
    );
  }
  // A relative entry of PATH is whatever folder the program was started in.
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const places = [...new Set([...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  return ON_PATH.flatMap((name) => places.map((folder) => join(folder, name)));
}

/**
 * Whether a browser runs in Ubuntu's snap confinement, which sees neither the system's temporary folder nor hidden
 * ones: by its place, or because it is the script that Ubuntu puts in its place.
 */
export function isSnap(path: string): boolean {
  if (path.startsWith('/snap/') || real(path).endsWith('/snap')) return true;
  try {
    return statSync(path).size < 64 * 1024 && readFileSync(path, 'latin1').includes('/snap/bin/');
  } catch {
    return false;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
