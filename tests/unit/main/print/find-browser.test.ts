import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPrinter } from '../../../../main/print/chromium-printer.ts';
import { BROWSER_VARIABLE, findBrowser, isSnap } from '../../../../main/print/find-browser.ts';

const HOME = join('/', 'home', 'mio');

function finds(platform: NodeJS.Platform, env: Record<string, string>, programs: readonly string[]): string {
  return findBrowser({ platform, env, home: HOME, isProgram: (path) => programs.includes(path) });
}

describe('the browser to print with', () => {
  it('is the one that is named, before any that is found', () => {
    const programs = ['/opt/mine/chrome', '/usr/bin/chromium'];
    expect(finds('linux', { URATORI_CHROMIUM: '/opt/mine/chrome' }, programs)).toBe('/opt/mine/chrome');
    expect(() => finds('linux', { URATORI_CHROMIUM: '/nowhere/chrome' }, programs)).toThrow(
      expect.objectContaining({ code: 'print-browser-missing', params: { path: '/nowhere/chrome' } }),
    );
  });

  it('is found where each system keeps its programs', () => {
    expect(finds('linux', { PATH: '/opt/bin:relative:/usr/bin' }, ['/usr/bin/google-chrome'])).toBe(
      '/usr/bin/google-chrome',
    );
    expect(finds('linux', {}, ['/snap/bin/chromium'])).toBe('/snap/bin/chromium');
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(finds('darwin', {}, [chrome])).toBe(chrome);
    const edge = join('C:\\Program Files (x86)', 'Microsoft', 'Edge', 'Application', 'msedge.exe');
    expect(finds('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, [edge])).toBe(edge);
  });

  it('is asked for where there is none', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(() => finds(platform, {}, [])).toThrow(expect.objectContaining({ code: 'print-no-browser' }));
  });
});

describe('a browser that is none', () => {
  let folder: string;
  const was = process.env[BROWSER_VARIABLE];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uratori-browser-'));
  });
  afterEach(async () => {
    if (was === undefined) delete process.env[BROWSER_VARIABLE];
    else process.env[BROWSER_VARIABLE] = was;
    await rm(folder, { recursive: true, force: true });
  });

  const program = async (text: string) => {
    const path = join(folder, 'browser');
    await writeFile(path, `#!/bin/sh\n${text}\n`);
    await chmod(path, 0o755);
    process.env[BROWSER_VARIABLE] = path;
    return path;
  };
  const print = () =>
    chromiumPrinter.print(
      (async function* () {
        yield '<!doctype html><title>t</title>';
      })(),
    );

  it('tells its last words when it ends by itself', async () => {
    await program('echo "no usable sandbox" >&2; exit 3');
    await expect(print()).rejects.toMatchObject({
      code: 'print-failed',
      params: { detail: 'the browser ended (3): no usable sandbox' },
    });
  });

  it('is refused when it is too old to number pages', async () => {
    await program(
      `printf '{"id":1,"result":{"product":"HeadlessChrome/120.0.0.0"}}\\0' >&4; cat <&3 >/dev/null`,
    );
    await expect(print()).rejects.toMatchObject({
      code: 'print-browser-old',
      params: { name: 'HeadlessChrome/120.0.0.0', needed: 131 },
    });
  });

  it('is known to be confined by the script that stands in for it', async () => {
    expect(isSnap(await program('exec /snap/bin/chromium "$@"'))).toBe(true);
    expect(isSnap(await program('exec /usr/lib/chromium/chromium "$@"'))).toBe(false);
  });
});
