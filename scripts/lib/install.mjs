import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot, root } from './paths.mjs';

/**
 * Whether what npm put into node_modules is what package-lock.json asks for. npm writes its own record,
 * `node_modules/.package-lock.json`, as the last act of an install, so an interrupted one counts as none.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} wanted
 * @param {{ packages: Record<string, { version?: string }> } | null} have
 * @returns {boolean}
 */
export function satisfies(wanted, have) {
  if (!have) return false;
  return Object.entries(wanted.packages).every(
    ([place, { version, optional }]) =>
      place === '' || (have.packages[place] ? have.packages[place].version === version : optional === true),
  );
}

/** @returns {boolean} */
export function isInstalled() {
  const record = inRoot('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  return satisfies(read(inRoot('package-lock.json')), read(record));
}

/**
 * Installs the dependencies where they are missing or package-lock.json changed.
 * @param {{ output?: 'inherit' | 2 }} [options] where npm's messages go; 2: to standard error
 * @returns {boolean} whether there was something to install
 */
export function ensureInstalled({ output = 2 } = {}) {
  if (isInstalled()) return false;
  process.stderr.write('Installing dependencies (npm ci) …\n');
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline'],
    {
      cwd: root,
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    // Half an install must not pass for a whole one.
    rmSync(inRoot('node_modules/.package-lock.json'), { force: true });
    process.stderr.write(
      `The dependencies could not be installed${error ? ` (${error.message})` : ''}. Check the network and the messages of npm above, then run the command again.\n`,
    );
    process.exit(1);
  }
  return true;
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
