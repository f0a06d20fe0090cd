import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { captured } from './lib/child.mjs';
import { environment, node } from './lib/node.mjs';
import { inRoot } from './lib/paths.mjs';
import { tool } from './lib/tools.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Japanese text and emoji; without them pages are full of boxes. */
const FONTS = [
  { name: 'fonts-noto-cjk', has: () => fontCovers('ja') },
  { name: 'fonts-noto-color-emoji', has: () => fontCovers('und-zsye') },
];
/** Opens what the program writes for word processors and spreadsheets. Tests that need it are left out without it. */
const OFFICE = [
  { name: 'libreoffice-writer-nogui', has: () => existsSync('/usr/lib/libreoffice/program/libswlo.so') },
  { name: 'libreoffice-calc-nogui', has: () => existsSync('/usr/lib/libreoffice/program/libsclo.so') },
];

/**
 * Sees to what the specs need of the system: a Chromium, fonts for Japanese and emoji, and LibreOffice. As root on Debian and
 * Ubuntu they are installed; elsewhere Playwright's own Chromium is.
 * @returns {Promise<{ ok: boolean, note?: string }>} not ok: the specs cannot run, and `note` says what to do
 */
export async function provideSystem() {
  const missing = [...(hasBrowser() ? [] : ['chromium']), ...missingOf(FONTS)];
  if (missing.length > 0 && canInstall()) await aptInstall(missing);
  // By itself: where it cannot be had, the others still are.
  const office = missingOf(OFFICE);
  if (office.length > 0 && canInstall()) await aptInstall(office);
  if (!hasBrowser())
    await captured(node(), [tool('playwright'), 'install', 'chromium'], { env: environment() });
  if (!hasBrowser()) {
    return {
      ok: false,
      note: 'there is no Chromium; install one with `npx playwright install --with-deps chromium`',
    };
  }
  const still = missingOf([...FONTS, ...OFFICE]);
  return { ok: true, note: still.length > 0 ? `missing: ${still.join(', ')}` : undefined };
}

function missingOf(packages) {
  return process.platform === 'linux' ? packages.filter(({ has }) => !has()).map(({ name }) => name) : [];
}

function hasBrowser() {
  const { chromium } = createRequire(inRoot('package.json'))('playwright');
  return [chromium.executablePath(), process.env.URATORI_CHROMIUM, ...BROWSERS].some(
    (file) => file && existsSync(file),
  );
}

function fontCovers(lang) {
  const { status, stdout } = spawnSync('fc-list', [`:lang=${lang}`, 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

async function aptInstall(packages) {
  const env = environment({ DEBIAN_FRONTEND: 'noninteractive' });
  await captured('apt-get', ['update'], { env });
  const { code, output } = await captured(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    { env },
  );
  if (code !== 0) process.stdout.write(output);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ok, note } = await provideSystem();
  if (note) process.stderr.write(`${note}\n`);
  process.exitCode = ok ? 0 : 1;
}
